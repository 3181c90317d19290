package io.adjudicator.dispute;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseId;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredClaim;
import io.adjudicator.intake.StoredEvidence;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns what somebody brings to a dispute into what can be kept, or says what is wrong with it. */
@Component
class Submissions {

    /** Of records that disputes bring. */
    private static final String SOURCE = "dispute";

    private final Register register;

    Submissions(Register register) {
        this.register = register;
    }

    /**
     * @param before how many things were brought before
     * @param at JSON pointer of the first of them, without its index
     */
    List<Submission> read(
            CaseId id, Set<String> outcomes, List<NewEvidence> brought, int before, Actor by, Instant now, String at) {
        List<Fault> faults = new ArrayList<>();
        List<Submission> read = new ArrayList<>();
        for (int i = 0; i < brought.size(); i++) {
            NewEvidence one = brought.get(i);
            String pointer = brought.size() == 1 && at.isEmpty() ? "" : at + "/" + i;
            int number = before + i + 1;
            Optional<String> outcome = one.outcomeId()
                    .or(() -> outcomes.size() == 1
                            ? Optional.of(outcomes.iterator().next())
                            : Optional.empty());
            if (outcome.isEmpty() || !outcomes.contains(outcome.get())) {
                faults.add(new Fault(
                        "unknown_outcome", pointer + "/outcomeId", "expected one of the outcomes that are disputed"));
                continue;
            }
            StoredClaim claim = register.claim(outcome.get()).orElseThrow();
            fault(one, claim, now, pointer).ifPresent(faults::add);
            read.add(submission(id, number, one, claim, by, now));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
        return read;
    }

    private Optional<Fault> fault(NewEvidence one, StoredClaim claim, Instant now, String pointer) {
        if (one.evidenceId().isPresent()) {
            boolean known = one.evidenceId()
                    .flatMap(register::evidence)
                    .map(StoredEvidence::sessionKey)
                    .filter(session -> session == claim.sessionKey())
                    .isPresent();
            return known && one.kind().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            "unknown_evidence",
                            pointer + "/evidenceId",
                            "expected the id of an evidence record of the outcome's session, and then no kind"));
        }
        if (one.kind().isPresent() != one.occurredAt().isPresent()) {
            return Optional.of(new Fault(
                    "missing_field",
                    pointer + "/occurredAt",
                    "expected kind and occurredAt together, for an observation"));
        }
        if (one.occurredAt().filter(time -> time.isAfter(now)).isPresent()) {
            return Optional.of(
                    new Fault("time_in_future", pointer + "/occurredAt", "expected a time not after " + now));
        }
        return one.kind().isPresent()
                        || one.note().isPresent()
                        || one.sourceLink().isPresent()
                ? Optional.empty()
                : Optional.of(new Fault(
                        "missing_field",
                        pointer,
                        "expected evidenceId, or kind and occurredAt, or note, or sourceLink"));
    }

    private static Submission submission(
            CaseId id, int number, NewEvidence one, StoredClaim claim, Actor by, Instant now) {
        Optional<Evidence> record = one.kind()
                .filter(_ -> one.occurredAt().isPresent())
                .map(kind -> record(id, number, one, kind, claim.claim(), by));
        return new Submission(
                number,
                claim.claim().outcomeId(),
                one.evidenceId().or(() -> record.map(Evidence::evidenceId)),
                record,
                one.note(),
                one.sourceLink(),
                by.id(),
                by.name(),
                now);
    }

    private static Evidence record(CaseId id, int number, NewEvidence one, EvidenceKind kind, Claim claim, Actor by) {
        CustomerId customer = claim.customer();
        return new Evidence(
                new SourceId(SOURCE, id + "/" + number),
                customer,
                claim.session(),
                Optional.of(claim.identity()),
                kind,
                Side.of(by).grade(),
                one.occurredAt().orElseThrow(),
                one.note(),
                one.sourceLink());
    }
}
