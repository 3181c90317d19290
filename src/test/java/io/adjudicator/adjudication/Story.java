package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.Folders;
import io.adjudicator.intake.EvidenceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One session as a line of text, under a contract of few words. Steps are divided by commas: {@code 10 claim c-1},
 * {@code 20 claim c-2 on email}, {@code 30 confirmed}, {@code 30 confirmed by zendesk third_party_corroborated}, {@code 90 settle};
 * {@code 20@90 handoff} happened in hour 20 and is recorded in hour 90.
 */
final class Story {

    static final String SESSION = "{bill: once_per_session, reopened_is: continuation}";
    static final String WINDOW = "length: PT24H, anchor: claim, on_activity: ignore, silence: bills, reopen: locked,"
            + " late: ignore, settle_every: PT1M";
    static final String VERIFICATION = "{minimum_grade: affected_party}";
    static final String PRICE = "{clause: \"OF 4\", per_outcome: {simple: 0.99}}";

    private static final int LONG_AFTER = 5_000;

    private final Path customers;
    private String session = SESSION;
    private String window = WINDOW;
    private String verification = VERIFICATION;
    private String rows = "";
    private String price = PRICE;

    Story(Path customers) {
        this.customers = customers;
    }

    Story session(String terms) {
        session = terms;
        return this;
    }

    /** Keys of a window that take the place of the plain ones. */
    Story window(String keys) {
        String written = ", " + keys.replaceAll("\\{.*}", "");
        window = Stream.of(WINDOW.split(", "))
                .filter(plain -> !written.contains(", " + plain.substring(0, plain.indexOf(':') + 1)))
                .reduce(keys, (left, right) -> left + ", " + right);
        return this;
    }

    Story verification(String terms) {
        verification = terms;
        return this;
    }

    /** Lines of the outcome, indented by nothing. */
    Story rows(String lines) {
        rows = lines.indent(4);
        return this;
    }

    Story price(String terms) {
        price = terms;
        return this;
    }

    ContractVersion contract() {
        return ContractFolder.read(Folders.write(
                        customers, "acme", "v1.yaml", """
                        customer: acme
                        version: 1
                        effective: {from: 2026-01-01}
                        timezone: UTC
                        unit: USD
                        outcomes:
                          support-resolution:
                            clause: "OF 3"
                            definition:
                              action: an answer
                              result: a resolved request
                              failure: a person taking over
                              system_of_record: the help desk
                              dispute_process: a review (OF 7)
                            session: %s
                            window: {%s}
                            verification: %s
                        %s    price: %s
                        """.formatted(session, window, verification, rows, price)))
                .timeline()
                .versions()
                .getFirst();
    }

    OneSession tell(String steps) {
        return tell(OneSession.under(contract()), steps);
    }

    static OneSession tell(OneSession session, String steps) {
        for (String step : steps.split(", ")) {
            step(session, List.of(step.trim().split(" ")));
        }
        return session.advance(LONG_AFTER);
    }

    private static void step(OneSession told, List<String> words) {
        String[] hours = words.getFirst().split("@");
        int happened = Integer.parseInt(hours[0]);
        int recorded = Integer.parseInt(hours[hours.length - 1]);
        switch (words.get(1)) {
            case "settle" -> told.advance(happened);
            case "claim" ->
                told.claimed(
                        OneSession.claim(
                                happened,
                                words.get(2),
                                words.size() > 4 ? words.get(4) : "chat",
                                words.size() > 5 ? fact(words.get(5)) : Map.of()),
                        recorded);
            default ->
                told.received(
                        OneSession.seen(
                                EvidenceKind.ofWireName(words.get(1)).orElseThrow(),
                                happened,
                                words.size() > 3 ? words.get(3) : "desk",
                                EvidenceGrade.valueOf(
                                        (words.size() > 4 ? words.get(4) : "affected_party").toUpperCase(Locale.ROOT))),
                        recorded);
        }
    }

    /** {@code rating=2} is a number, {@code topic=fraud} a text. */
    private static Map<String, Object> fact(String text) {
        String[] parts = text.split("=");
        return Map.of(parts[0], parts[1].matches("\\d+") ? (Object) Long.valueOf(parts[1]) : parts[1]);
    }
}
