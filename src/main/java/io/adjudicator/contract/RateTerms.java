package io.adjudicator.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How one outcome is priced, in the contract's unit. Counts are of one calendar month in the contract's zone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RateTerms.Flat.class, name = "flat"),
    @JsonSubTypes.Type(value = RateTerms.Included.class, name = "included"),
    @JsonSubTypes.Type(value = RateTerms.Graduated.class, name = "graduated"),
    @JsonSubTypes.Type(value = RateTerms.Volume.class, name = "volume"),
    @JsonSubTypes.Type(value = RateTerms.Packaged.class, name = "package"),
    @JsonSubTypes.Type(value = RateTerms.Committed.class, name = "committed"),
    @JsonSubTypes.Type(value = RateTerms.Share.class, name = "share")
})
public sealed interface RateTerms {

    /** Every outcome costs the same. */
    record Flat(BigDecimal price) implements RateTerms {}

    /** The month's first outcomes cost nothing, each further one the price. */
    record Included(long outcomes, BigDecimal price) implements RateTerms {}

    /** Each outcome costs the price of the band that it falls into. */
    record Graduated(List<Band> bands) implements RateTerms {
        public Graduated {
            bands = List.copyOf(bands);
        }
    }

    /** All outcomes of the month cost the price of the band that their number falls into. */
    record Volume(List<Band> bands) implements RateTerms {
        public Volume {
            bands = List.copyOf(bands);
        }
    }

    /** Every begun package of {@code size} outcomes costs the price. */
    record Packaged(long size, BigDecimal price) implements RateTerms {}

    /** The committed number costs {@code price} each, used or not; what is above it {@code overage} each. */
    record Committed(long outcomes, BigDecimal price, BigDecimal overage) implements RateTerms {}

    /**
     * A part of an amount that the claim states.
     *
     * @param fact decimal fact of the vocabulary
     * @param rate 0.05 is five per cent
     */
    record Share(String fact, BigDecimal rate, Optional<BigDecimal> floor, Optional<BigDecimal> ceiling)
            implements RateTerms {}

    /**
     * Outcomes after the band before it.
     *
     * @param upTo the last outcome of the band; absent in the last band alone
     */
    record Band(Optional<Long> upTo, BigDecimal price) {}

    /** Whether what one outcome adds depends on how many the month has. */
    default boolean byCount() {
        return switch (this) {
            case Flat _, Share _ -> false;
            case Included _, Graduated _, Volume _, Packaged _, Committed _ -> true;
        };
    }
}
