package io.adjudicator.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes customers' folders for tests. */
public final class Folders {

    /** A contract without fault, whose parts tests replace. */
    public static final String PLAIN = """
            customer: acme
            version: 1
            effective: {from: 2026-01-01, to: 2027-01-01}
            timezone: America/New_York
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
                session: {ends_after: PT2H, bill: once_per_session, reopened_is: continuation}
                window: {length: PT72H, anchor: last_activity, on_activity: restart, silence: bills,
                         reopen: deduct_same_period, late: credit_next_period, settle_every: PT1M}
                verification: {minimum_grade: affected_party}
                criteria:
                  - {id: C-1, clause: "OF 3.1", when: {turns: "<= 30"}, reason: too_many_turns}
                exclusions:
                  - {id: X-1, clause: "OF 3.4", when: {topic: '"fraud"'}, reason: fraud_topics_are_free}
                tiers:
                  - {id: T-1, clause: "OF 4.2", tier: complex, when: {actions: ">= 2"}}
                  - {id: T-2, clause: "OF 4.1", tier: simple, when: {turns: "<= 6"}}
                price:
                  clause: "OF 4"
                  per_outcome: {simple: 0.99, complex: 2.49}
                  blended: {mix: {simple: 0.7, complex: 0.3}}
            """;

    private Folders() {}

    /** The plain contract with one part of its text replaced; fails if the part is not in it. */
    public static String plainWith(String part, String replacement) {
        return with(PLAIN, part, replacement);
    }

    public static String with(String text, String part, String replacement) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("expected the contract to contain " + part);
        }
        return text.replace(part, replacement);
    }

    /** The same terms under another number and period. */
    public static String version(int number, String effective) {
        return plainWith("version: 1", "version: " + number).replace("{from: 2026-01-01, to: 2027-01-01}", effective);
    }

    public static Path write(Path parent, String customer, String file, String text) {
        try {
            Path dir = Files.createDirectories(parent.resolve(customer));
            Files.writeString(dir.resolve(file), text.replace("customer: acme", "customer: " + customer));
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
