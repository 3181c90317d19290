package io.adjudicator.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IText;

/**
 * Writes into each cell of a table what its column is called, and into each part of the table what it is. On a narrow screen the style
 * stacks the cells of a row, each behind that label; a browser then forgets that it is a table, and the roles say so again.
 */
public final class TableLabels extends AbstractTemplateHandler {

    private static final Map<String, String> ROLES = Map.of(
            "table", "table", "thead", "rowgroup", "tbody", "rowgroup", "tfoot", "rowgroup", "tr", "row", "td", "cell");

    private final List<String> labels = new ArrayList<>();
    private final StringBuilder label = new StringBuilder();
    private boolean inHead;
    private boolean inLabel;
    private int column;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        String name = tag.getElementCompleteName();
        switch (name) {
            case "table" -> labels.clear();
            case "thead" -> inHead = true;
            case "tr" -> column = 0;
            case "th" -> begin();
            default -> {}
        }
        super.handleOpenElement(written(tag, name));
        if (name.equals("td") || name.equals("th")) {
            column += span(tag);
        }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "thead" -> inHead = false;
            case "th" -> end();
            default -> {}
        }
        super.handleCloseElement(tag);
    }

    @Override
    public void handleText(IText text) {
        if (inLabel) {
            label.append(text.getText());
        }
        super.handleText(text);
    }

    private void begin() {
        inLabel = inHead;
        label.setLength(0);
    }

    private void end() {
        if (inLabel) {
            labels.add(label.toString()
                    .strip()
                    .replace("\"", "&quot;")); // the text is escaped already, for a place without quotes
        }
        inLabel = false;
    }

    private IOpenElementTag written(IOpenElementTag tag, String name) {
        ITemplateContext context = getContext();
        IModelFactory factory = context.getModelFactory();
        IOpenElementTag written = tag;
        String role = name.equals("th") ? headerRole(tag) : ROLES.get(name);
        if (role != null && !tag.hasAttribute("role")) {
            written = factory.setAttribute(written, "role", role);
        }
        if (name.equals("td") && column < labels.size()) {
            written = factory.setAttribute(written, "data-label", labels.get(column));
        }
        return written;
    }

    private static String headerRole(IProcessableElementTag tag) {
        return "row".equals(tag.getAttributeValue("scope")) ? "rowheader" : "columnheader";
    }

    private static int span(IProcessableElementTag tag) {
        String columns = tag.getAttributeValue("colspan");
        return columns == null ? 1 : Integer.parseInt(columns);
    }
}
