package io.adjudicator.dispute;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.adjudication.Ruling;
import io.adjudicator.adjudication.Rulings;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what follows from a dispute into effect, in the caller's transaction. */
@Component
class Remedies {

    private final Register register;
    private final Rulings rulings;

    Remedies(Register register, Rulings rulings) {
        this.register = register;
        this.rulings = rulings;
    }

    /** Lets the rules decide again, with the evidence that the dispute brings. */
    List<Effect> readjudicate(Dispute dispute, Instant now) {
        List<Ruling> asked = dispute.outcomes().stream()
                .filter(disputed -> !admits(dispute, disputed.outcomeId()).isEmpty())
                .map(disputed -> ruling(dispute, disputed, "evidence", Optional.empty(), "new evidence", "system", now))
                .toList();
        return put(dispute, asked, now);
    }

    /** What an answer comes to; nothing for one that leaves the decisions as they are. */
    List<Effect> follow(Dispute dispute, Answered answered, Instant now) {
        Map<String, Optional<Found>> found = found(dispute, answered.answer());
        List<Ruling> asked = dispute.outcomes().stream()
                .filter(disputed -> found.containsKey(disputed.outcomeId()))
                .map(disputed -> ruling(
                        dispute,
                        disputed,
                        "answer",
                        Optional.of(Objects.requireNonNull(found.get(disputed.outcomeId()))
                                .orElseGet(() -> opposite(dispute, disputed))),
                        answered.answer().reason(),
                        answered.by(),
                        now))
                .toList();
        return put(dispute, asked, now);
    }

    /** Evidence enters the record with the ruling that admits it, and not before: otherwise it would decide by itself. */
    private List<Effect> put(Dispute dispute, List<Ruling> asked, Instant now) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Set<String> outcomes = asked.stream().map(Ruling::outcomeId).collect(Collectors.toSet());
        Map<String, Long> sessions = new HashMap<>();
        for (String outcome : outcomes) {
            register.claim(outcome).map(StoredClaim::sessionKey).ifPresent(session -> sessions.put(outcome, session));
        }
        register.lockByKey(new TreeSet<>(sessions.values()));
        List<Evidence> brought = new ArrayList<>();
        Map<String, Long> sessionOf = new HashMap<>();
        for (Submission submission : dispute.evidence()) {
            if (outcomes.contains(submission.outcomeId())) {
                submission.brought().ifPresent(evidence -> {
                    brought.add(evidence);
                    sessionOf.put(evidence.evidenceId(), Objects.requireNonNull(sessions.get(submission.outcomeId())));
                });
            }
        }
        register.storeEvidence(
                brought, record -> Objects.requireNonNull(sessionOf.get(((Evidence) record).evidenceId())), now);
        return rulings.rule(asked);
    }

    private static Map<String, Optional<Found>> found(Dispute dispute, Answer answer) {
        return switch (answer) {
            case Answer.Upheld upheld -> all(dispute, upheld.found());
            case Answer.Undecidable undecidable ->
                all(dispute, Optional.of(new Found(new Verdict.Unprovable(undecidable.missing()), Optional.empty())));
            case Answer.Split split -> split.upheld();
            case Answer.Rejected _, Answer.Asked _ -> Map.of();
        };
    }

    private static Map<String, Optional<Found>> all(Dispute dispute, Optional<Found> found) {
        return dispute.outcomes().stream().collect(Collectors.toMap(Disputed::outcomeId, _ -> found));
    }

    private static Found opposite(Dispute dispute, Disputed disputed) {
        Verdict verdict = disputed.billable() ? new Verdict.NotBillable(dispute.reason()) : new Verdict.Billable();
        return new Found(verdict, Optional.empty());
    }

    private static Ruling ruling(
            Dispute dispute,
            Disputed disputed,
            String stage,
            Optional<Found> found,
            String reason,
            String by,
            Instant now) {
        return new Ruling(
                dispute.id() + "/" + disputed.outcomeId() + "/" + stage,
                disputed.outcomeId(),
                found.map(Found::verdict),
                found.flatMap(Found::tier),
                admits(dispute, disputed.outcomeId()),
                reason,
                by,
                now);
    }

    private static Set<String> admits(Dispute dispute, String outcomeId) {
        return dispute.evidence().stream()
                .filter(submission -> submission.outcomeId().equals(outcomeId))
                .flatMap(submission -> submission.evidenceId().stream())
                .collect(Collectors.toSet());
    }
}
