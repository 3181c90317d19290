package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.kernel.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one session under its contract: what was received, and what was decided of it so far.
 *
 * @param claims every claim of the session, in any order
 * @param evidence every evidence record of the session, in any order
 */
public record SessionFile(ContractVersion contract, List<ClaimEntry> claims, List<EvidenceEntry> evidence) {

    /**
     * A claim and its standing decision, if there is one.
     *
     * @param rulings what people ruled on it, first to last
     */
    public record ClaimEntry(Claim claim, Optional<Standing> standing, List<Ruling> rulings) {

        /** A claim on which nobody ruled. */
        public ClaimEntry(Claim claim, Optional<Standing> standing) {
            this(claim, standing, List.of());
        }
    }

    /**
     * The decision that stands.
     *
     * @param settledUpTo position of the last evidence that the first decision knew of; what came later is late
     * @param knownUpTo position of the last evidence that this decision knew of
     * @param rulings how many rulings this decision knew of
     */
    public record Standing(
            int number,
            String verdict,
            Optional<String> tier,
            Amount amount,
            Instant asOf,
            long settledUpTo,
            long knownUpTo,
            int rulings) {

        public boolean billable() {
            return verdict.equals(new Verdict.Billable().name());
        }
    }

    /** A record and its position, which grows with every record received in the session, whatever the clocks say. */
    public record EvidenceEntry(Evidence evidence, long position, Instant recordedAt) {}
}
