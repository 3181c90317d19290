package io.adjudicator.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is agreed about money beside the price of an outcome. Days are midnights in the contract's zone.
 *
 * @param currency of fees, minimum, maximum and overage: the contract's unit, or that of its conversion; absent where the
 *     unit is a credit type without published conversion
 * @param rounding of a statement line to the currency's digits, once
 */
public record CommercialTerms(
        Optional<Unit> currency,
        Optional<Conversion> conversion,
        RoundingMode rounding,
        Optional<Structure> structure,
        Optional<Onboarding> onboarding,
        List<Fee> fees,
        List<Grant> grants,
        Optional<Overage> overage,
        Optional<Minimum> minimum,
        Optional<Maximum> maximum) {

    public CommercialTerms {
        fees = List.copyOf(fees);
        grants = List.copyOf(grants);
    }

    /** From when outcomes are charged, where that is later than the version begins. */
    public Optional<Instant> billingStarts() {
        return onboarding.flatMap(terms -> switch (terms) {
            case Onboarding.FreeTraining training -> Optional.of(training.billingStarts());
            case Onboarding.Enterprise enterprise -> enterprise.billingStarts();
            case Onboarding.CappedPilot _ -> Optional.empty();
        });
    }

    /** Whether outcomes of this type are charged: all are, unless the customer chose one among several. */
    public boolean charges(OutcomeType type) {
        return structure
                .flatMap(Structure::billed)
                .filter(billed -> !billed.equals(type.value()))
                .isEmpty();
    }

    /** How often something is due or granted. */
    public enum Every {
        MONTH,
        YEAR,
        ONCE
    }

    /** The published worth of one credit. */
    public record Conversion(BigDecimal worth, Unit currency, String clause) {}

    /**
     * The commercial structure.
     *
     * @param billed the outcome type that is charged where the customer chose among several
     */
    public record Structure(Kind kind, String clause, Optional<String> billed) {

        /** Guide, decision 8. */
        public enum Kind {
            PURE,
            PAY_AS_YOU_GO,
            SUBSCRIPTION_PLUS_CREDITS,
            HYBRID,
            ENTERPRISE,
            DUAL_CHOICE
        }
    }

    /** What is charged while the product is being trained. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "model")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Onboarding.FreeTraining.class, name = "free_training"),
        @JsonSubTypes.Type(value = Onboarding.CappedPilot.class, name = "capped_pilot"),
        @JsonSubTypes.Type(value = Onboarding.Enterprise.class, name = "enterprise")
    })
    public sealed interface Onboarding {

        String clause();

        /** Outcomes that occurred before {@code billingStarts} cost nothing. */
        record FreeTraining(String clause, Instant billingStarts) implements Onboarding {}

        /**
         * The first outcomes cost nothing.
         *
         * @param ends from then on what is left of them no longer counts
         * @param automatically whether outcomes after them are charged; if not, they cost nothing until a next version is signed
         */
        record CappedPilot(String clause, long freeOutcomes, Optional<Instant> ends, boolean automatically)
                implements Onboarding {}

        /** Paid for by an implementation fee, an annual minimum or a pilot credit; outcomes are charged from {@code billingStarts}. */
        record Enterprise(String clause, Optional<Instant> billingStarts) implements Onboarding {}
    }

    /** Money that is due whatever the outcomes. Not shared out by days. */
    public record Fee(String id, String clause, String name, BigDecimal amount, Every every) {}

    /**
     * Units granted in advance.
     *
     * @param priority lower is used first
     * @param rolloverLimit how much may go on into the next month; absent: nothing does
     */
    public record Grant(
            String id,
            String clause,
            Category category,
            BigDecimal amount,
            Every every,
            int priority,
            Expiry expiry,
            Optional<BigDecimal> rolloverLimit) {

        /** Why units were granted. */
        public enum Category {
            PLAN,
            PROMOTIONAL,
            PILOT,
            TOP_UP;

            public String wireName() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** When granted units no longer pay. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "when")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Expiry.EndOfMonth.class, name = "end_of_month"),
        @JsonSubTypes.Type(value = Expiry.Never.class, name = "never"),
        @JsonSubTypes.Type(value = Expiry.After.class, name = "after")
    })
    public sealed interface Expiry {

        record EndOfMonth() implements Expiry {}

        record Never() implements Expiry {}

        record After(Duration length) implements Expiry {}
    }

    /** Money per credit that no grant covers. */
    public record Overage(String clause, BigDecimal price) {}

    /** What outcomes come to at least. */
    public record Minimum(String clause, BigDecimal amount, Every every) {}

    /** What a month's outcomes come to at most. */
    public record Maximum(String clause, BigDecimal amount) {}
}
