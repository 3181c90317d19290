package io.adjudicator.recount.audit;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What an audit came to, for people and for machines. */
public final class AuditReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AuditReport() {}

    public static void text(List<Audited> audited, PrintWriter out) {
        for (Audited one : audited) {
            out.printf("%-32s %-20s%s%n", one.id(), one.mark().wireName(), one.isWell() ? "" : " !");
            one.checks().forEach(check -> text(check, out));
            one.mismatches().ifPresent(all -> all.forEach(mismatch -> out.println("    " + mismatch)));
        }
        out.printf("%,d checked: %s%n", audited.size(), marks(audited));
        out.flush();
    }

    private static void text(Checked check, PrintWriter out) {
        out.println("    " + check.check() + ": "
                + check.figures().entrySet().stream()
                        .map(figure -> figure.getKey() + " " + figure.getValue())
                        .collect(Collectors.joining(", ")));
        check.reasons().forEach(reason -> out.println("    " + reason));
    }

    /** Also the marks that nothing came to: an auditor looks for the zero. */
    private static String marks(List<Audited> audited) {
        return List.of(Mark.values()).stream()
                .map(mark -> audited.stream().filter(one -> one.mark() == mark).count() + " " + mark.wireName())
                .collect(Collectors.joining(", "));
    }

    public static void json(List<Audited> audited, PrintWriter out) {
        out.println(JSON.writeValueAsString(
                audited.stream().map(AuditReport::members).toList()));
        out.flush();
    }

    private static Map<String, Object> members(Audited audited) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", audited.id());
        members.put("verdict", audited.mark().wireName());
        members.put(
                "checks", audited.checks().stream().map(AuditReport::members).toList());
        audited.mismatches().ifPresent(all -> members.put("mismatches", all));
        return members;
    }

    private static Map<String, Object> members(Checked check) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("check", check.check());
        members.put("verdict", check.mark().wireName());
        members.put("figures", check.figures());
        members.put("reasons", check.reasons());
        return members;
    }
}
