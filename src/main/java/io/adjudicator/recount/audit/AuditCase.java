package io.adjudicator.recount.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One input of a file that an auditor hands in, with what the auditor expects of it, if that is stated.
 *
 * @param id as the file names it, or where it stands
 */
public record AuditCase(String id, Stated input, Optional<Stated> expected) {

    /** Explain, and bind nobody: everybody says them in other words. */
    private static final List<String> PROSE = List.of("failure_reason", "reason");

    /**
     * Every case of a file: cases in groups ({@code vectors}, at any depth), totals of a recount, each with its bundle, or a single input.
     */
    public static List<AuditCase> all(Stated document) {
        if (document.has("vectors")) {
            return document.objects("vectors").stream()
                    .flatMap(vector -> all(vector).stream())
                    .toList();
        }
        if (document.has("totals")) {
            return document.objects("totals").stream().map(AuditCase::bare).toList();
        }
        return document.object("input")
                .map(input -> List.of(new AuditCase(id(document), input, document.object("expect"))))
                .orElseGet(() -> List.of(bare(document)));
    }

    private static AuditCase bare(Stated input) {
        return new AuditCase(id(input), input, Optional.empty());
    }

    private static String id(Stated named) {
        return named.text("id").or(() -> named.text("unit")).orElse(named.at().isEmpty() ? "input" : named.at());
    }

    public Audited run() {
        List<Checked> checks = Audit.check(input);
        return new Audited(id, checks, expected.map(stated -> mismatches(stated, checks)));
    }

    private static List<String> mismatches(Stated expected, List<Checked> checks) {
        List<String> mismatches = new ArrayList<>();
        expected.node().forEachEntry((name, wanted) -> {
            if (!PROSE.contains(name)) {
                found(name, checks)
                        .filter(found -> same(wanted, found))
                        .findAny()
                        .ifPresentOrElse(
                                found -> {},
                                () -> mismatches.add("expected " + name + " " + wanted.asString() + ", but got "
                                        + found(name, checks)
                                                .map(String::valueOf)
                                                .findFirst()
                                                .orElse("nothing")));
            }
        });
        return mismatches;
    }

    private static Stream<Object> found(String name, List<Checked> checks) {
        return name.equals("verdict")
                ? Stream.of(Audited.worst(checks).wireName())
                : checks.stream()
                        .flatMap(check -> Optional.ofNullable(check.figures().get(name)).stream());
    }

    /** A number is the same number however many zeros it ends with. */
    private static boolean same(JsonNode wanted, Object found) {
        if (wanted.isNumber()) {
            return found instanceof Number number
                    && wanted.decimalValue().compareTo(new BigDecimal(number.toString())) == 0;
        }
        return wanted.asString().equals(String.valueOf(found));
    }
}
