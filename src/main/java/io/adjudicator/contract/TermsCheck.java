package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a schema cannot say of a contract's values: zones, units, dates, durations. Absent members are the schema's business. */
final class TermsCheck {

    /** Days, hours, minutes, seconds: months and years have no fixed length. */
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)(\\d{1,4}D)?(T(?=.)(\\d{1,5}H)?(\\d{1,6}M)?(\\d{1,7}S)?)?");

    /** Longer than any published window, short enough that a claim settles within the auditor's memory. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final YamlFile file;
    private final List<Fault> faults = new ArrayList<>();

    private TermsCheck(YamlFile file) {
        this.file = file;
    }

    static List<Fault> faults(YamlFile file) {
        TermsCheck check = new TermsCheck(file);
        check.contract(file.tree());
        return check.faults;
    }

    private void contract(Tree contract) {
        text(contract, "timezone", "a zone of the IANA database, such as America/New_York or UTC", zone -> {
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw new DateTimeException(zone);
            }
        });
        text(contract, "unit", "an ISO 4217 currency such as USD, or a credit type such as nw-credit", Unit::new);
        effective(contract.child("effective"));
        for (String key : List.of("raise_within", "first_answer", "evidence_within", "review_within")) {
            duration(contract.child("dispute"), key, Duration.ofSeconds(1), LONGEST);
        }
        for (Tree outcome : contract.child("outcomes").children().values()) {
            duration(outcome.child("session"), "ends_after", Duration.ofSeconds(1), LONGEST);
            window(outcome.child("window"));
            outcome.child("window").child("by_channel").children().values().forEach(this::window);
        }
    }

    private void window(Tree window) {
        duration(window, "length", Duration.ZERO, LONGEST);
        duration(window, "longest_wait", Duration.ofSeconds(1), LONGEST);
        duration(window, "settle_every", Duration.ofSeconds(1), Duration.ofDays(1));
    }

    private void effective(Tree effective) {
        Optional<LocalDate> from = date(effective, "from");
        Optional<LocalDate> to = date(effective, "to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            faults.add(file.fault(
                    "bad_period",
                    effective.at("to"),
                    "expected a day after the first (" + from.get()
                            + "), on which the version is no longer in force, but got " + to.get()));
        }
    }

    private Optional<LocalDate> date(Tree tree, String key) {
        text(tree, key, "a date between 2000 and 2199, such as 2026-07-01", date -> {
            LocalDate day = LocalDate.parse(date);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new DateTimeException(date);
            }
        });
        return tree.text(key).flatMap(TermsCheck::parsed);
    }

    private static Optional<LocalDate> parsed(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void duration(Tree tree, String key, Duration least, Duration most) {
        text(
                tree,
                key,
                "a duration in days, hours, minutes or seconds, such as PT72H or P3D, of at least " + least
                        + " and at most " + most.toDays() + " days",
                text -> {
                    Duration duration = Duration.parse(text);
                    if (!DURATION.matcher(text).matches()
                            || duration.compareTo(least) < 0
                            || duration.compareTo(most) > 0) {
                        throw new DateTimeException(text);
                    }
                });
    }

    private void text(Tree tree, String key, String expected, Consumer<String> reader) {
        tree.text(key).ifPresent(text -> {
            try {
                reader.accept(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                faults.add(
                        file.fault("bad_value", tree.at(key), "expected " + expected + ", but got \"" + text + "\""));
            }
        });
    }
}
