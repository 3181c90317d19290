package io.adjudicator.rules;

import io.adjudicator.kernel.OutcomeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The product's own rules for an outcome type, as this release carries them. */
public final class BaseRules {

    private static final Comparator<Rule> BY_NUMBER =
            Comparator.<Rule>comparingInt(rule -> rule.id().length()).thenComparing(Rule::id);

    private BaseRules() {}

    /** In the order of their ids; none for an outcome type without base rules. */
    public static List<Rule> of(OutcomeType outcomeType) {
        return Arrays.stream(files(outcomeType))
                .flatMap(file -> DrlFile.read(
                        String.valueOf(file.getFilename()), text(file), Vocabulary.ofThisRelease(), RuleOrigin.BASE)
                        .stream())
                .sorted(BY_NUMBER)
                .toList();
    }

    private static Resource[] files(OutcomeType outcomeType) {
        try {
            return new PathMatchingResourcePatternResolver(BaseRules.class.getClassLoader())
                    .getResources("classpath*:rules/" + outcomeType.value() + "/*.drl");
        } catch (IOException e) {
            throw new UncheckedIOException("expected to list the base rules of " + outcomeType + ", but could not", e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("expected to read " + file + ", but could not", e);
        }
    }
}
