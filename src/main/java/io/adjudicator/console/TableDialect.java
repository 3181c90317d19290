package io.adjudicator.console;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Prepares every table of every page for narrow screens, so that no template has to. */
@Component
class TableDialect extends AbstractDialect implements IPostProcessorDialect {

    private static final int AFTER_EVERYTHING = 1000;

    TableDialect() {
        super("tables");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return AFTER_EVERYTHING;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, TableLabels.class, AFTER_EVERYTHING));
    }
}
