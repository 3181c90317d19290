package io.adjudicator.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The report as one JSON object: {@code customer}, {@code period}, {@code lines}, {@code totals}. Amounts are exact decimals as text. */
public final class JsonReport implements ReportSink {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final Totals totals = new Totals();

    public JsonReport(UsageReport report, Writer out) {
        this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject();
        json.writeStringProperty("customer", report.customer().value());
        report.month().ifPresent(month -> json.writeStringProperty("period", month.toString()));
        json.writeArrayPropertyStart("lines");
    }

    @Override
    public void line(ReportLine line) {
        totals.add(line);
        json.writeStartObject();
        text("entry", line.entry().name().toLowerCase(Locale.ROOT));
        text("outcomeId", line.outcomeId());
        text("outcomeType", line.outcomeType());
        text("source", line.source());
        text("id", line.id());
        text("session", line.session());
        text("account", line.account());
        text("timestamp", line.timestamp().toString());
        text("channel", line.channel());
        text("workflowType", line.workflowType());
        text("successCriteriaMet", line.criteria());
        text("humanHandoff", line.handoff());
        text("windowStatus", line.windowStatus());
        text("windowClosesAt", line.windowClosesAt().toString());
        text("verificationMethod", line.verification());
        text("billableStatus", line.status());
        text("nonBillableReason", line.reason());
        text("tier", line.tier());
        text("amountCharged", line.amount().plain());
        text("unit", line.amount().unit().code());
        text("sourceLink", line.sourceLink());
        json.writeEndObject();
    }

    /** What does not apply is left out. */
    private void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    @Override
    public Totals totals() {
        return totals;
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeObjectPropertyStart("totals");
        groups("byStatus", totals.byStatus());
        groups("byReason", totals.byReason());
        groups("byTier", totals.byTier());
        groups("byUnit", totals.byUnit());
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }

    private void groups(String name, List<Totals.Group> groups) {
        json.writeArrayPropertyStart(name);
        for (Totals.Group group : groups) {
            json.writeStartObject();
            text("key", group.key());
            json.writeNumberProperty("outcomes", group.outcomes());
            json.writeNumberProperty("adjustments", group.adjustments());
            text("amount", group.amount().plain());
            text("unit", group.amount().unit().code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
