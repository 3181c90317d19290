package io.adjudicator.console;

import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.StoredEvidence;
import io.adjudicator.kernel.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The measurement window on a time axis, in units of the drawing, which is {@link #WIDTH} wide.
 *
 * @param from left end of the window
 * @param to right end of the window
 * @param open whether the window has not closed yet
 * @param marks what happened, from left to right
 */
record WindowBar(int from, int to, boolean open, List<Mark> marks, Moment opensAt, Moment closesAt, String length) {

    /** Of the drawing, margins included. */
    static final int WIDTH = 1000;

    private static final int MARGIN = 16;

    /**
     * One thing that happened.
     *
     * @param kind claim, evidence or decision: decides its shape, so that nothing is told by colour alone
     */
    record Mark(int at, String kind, String label, Moment when) {}

    static WindowBar of(ClaimDossier dossier, Optional<Members> document, ZoneId zone) {
        Claim claim = dossier.claim().claim();
        Instant opens = claim.occurredAt();
        Instant closes = dossier.openUntil()
                .or(() ->
                        document.map(made -> Instant.parse(made.object("window").text("closesAt"))))
                .orElse(opens);
        List<Dot> dots = new ArrayList<>();
        dots.add(new Dot(opens, "claim", "claim"));
        dossier.evidence().stream()
                .map(StoredEvidence::evidence)
                .map(one -> new Dot(
                        one.occurredAt(), "evidence", Shown.words(one.kind().wireName())))
                .forEach(dots::add);
        document.map(made -> Instant.parse(made.text("asOf")))
                .ifPresent(at -> dots.add(new Dot(at, "decision", "decided")));
        Axis axis = Axis.over(dots.stream().map(Dot::at).toList(), opens, closes);
        return new WindowBar(
                axis.place(opens),
                Math.max(axis.place(closes), axis.place(opens) + 2),
                dossier.openUntil().isPresent(),
                dots.stream()
                        .sorted((one, other) -> one.at().compareTo(other.at()))
                        .map(dot ->
                                new Mark(axis.place(dot.at()), dot.kind(), dot.label(), Shown.second(dot.at(), zone)))
                        .toList(),
                Shown.second(opens, zone),
                Shown.second(closes, zone),
                length(Duration.between(opens, closes)));
    }

    private record Dot(Instant at, String kind, String label) {}

    private record Axis(Instant first, Instant last) {

        static Axis over(List<Instant> all, Instant opens, Instant closes) {
            Instant first = all.stream().reduce(opens, (one, other) -> one.isBefore(other) ? one : other);
            Instant last = all.stream().reduce(closes, (one, other) -> one.isAfter(other) ? one : other);
            return new Axis(first, last);
        }

        int place(Instant at) {
            long whole = Math.max(1, Duration.between(first, last).toSeconds());
            long part = Duration.between(first, at).toSeconds();
            return (int) (MARGIN + part * (WIDTH - 2L * MARGIN) / whole);
        }
    }

    private static String length(Duration length) {
        if (length.isZero()) {
            return "decided at once";
        }
        long days = length.toDays();
        Duration rest = length.minusDays(days);
        String hours = rest.toHours() + " h" + (rest.toMinutesPart() == 0 ? "" : " " + rest.toMinutesPart() + " min");
        return days == 0 ? hours : days + " d" + (rest.isZero() ? "" : " " + hours);
    }
}
