package io.adjudicator.ledger;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.CommercialTerms.Conversion;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.CommercialTerms.Expiry;
import io.adjudicator.contract.CommercialTerms.Grant;
import io.adjudicator.contract.CommercialTerms.Onboarding;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.PriceTerms;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.contract.RateTerms.Band;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Any contract about money: shapes, grants, pilots, fees, one version or two. */
final class RandomDeal {

    private static final ContractVersion PLAIN =
            Deal.of(Deal.text("", "{simple: 1, complex: 2}")).versions().getFirst();
    private static final Unit USD = new Unit("USD");
    private static final Unit CREDIT = new Unit("nw-credit");

    private final Random random;
    private final boolean grants;
    private final boolean pilots;
    private final Unit unit;

    RandomDeal(Random random, boolean grants, boolean pilots) {
        this.random = random;
        this.grants = grants;
        this.pilots = pilots;
        this.unit = random.nextBoolean() ? USD : CREDIT;
    }

    Agreement agreement() {
        if (random.nextInt(3) > 0) {
            return new Agreement(List.of(version(1, PLAIN.effective())));
        }
        Instant change = Instant.parse(random.nextBoolean() ? "2026-02-01T00:00:00Z" : "2026-01-17T00:00:00Z");
        return new Agreement(List.of(
                version(1, new Period(PLAIN.effective().from(), change)),
                version(2, new Period(change, PLAIN.effective().to()))));
    }

    private ContractVersion version(int number, Period effective) {
        OutcomeTerms plain = PLAIN.terms(Deal.TYPE).orElseThrow();
        OutcomeTerms terms = new OutcomeTerms(
                plain.type(),
                plain.clause(),
                plain.definition(),
                plain.session(),
                plain.window(),
                plain.verification(),
                plain.rules(),
                price(),
                plain.value());
        return new ContractVersion(
                PLAIN.customer(),
                number,
                PLAIN.digest(),
                effective,
                PLAIN.zone(),
                unit,
                Map.of(Deal.TYPE, terms),
                commercial(number),
                PLAIN.disputes());
    }

    private PriceTerms price() {
        List<PriceTerms.InteractionFee> fees = random.nextInt(4) > 0
                ? List.of()
                : List.of(new PriceTerms.InteractionFee("ticket", "OF 3", number(), List.of("test_traffic")));
        return new PriceTerms("OF 4", Map.of("simple", rate(), "complex", rate()), Optional.empty(), List.of(), fees);
    }

    private RateTerms rate() {
        return switch (random.nextInt(7)) {
            case 0 -> new RateTerms.Included(1 + random.nextInt(10), number());
            case 1 -> new RateTerms.Graduated(bands(false));
            case 2 -> new RateTerms.Volume(bands(true));
            case 3 -> new RateTerms.Packaged(1 + random.nextInt(8), number());
            case 4 -> new RateTerms.Committed(1 + random.nextInt(10), number(), number());
            default -> new RateTerms.Flat(number());
        };
    }

    private List<Band> bands(boolean falling) {
        List<Band> bands = new ArrayList<>();
        long last = 0;
        BigDecimal price = new BigDecimal("9.99");
        for (int i = random.nextInt(4); i >= 0; i--) {
            last += 1 + random.nextInt(8);
            price = falling ? price.multiply(new BigDecimal("0.9")) : number();
            bands.add(new Band(i == 0 ? Optional.empty() : Optional.of(last), price));
        }
        return bands;
    }

    private CommercialTerms commercial(int version) {
        return new CommercialTerms(
                Optional.of(USD),
                unit.equals(CREDIT)
                        ? Optional.of(new Conversion(new BigDecimal("0.01"), USD, "OF 4.1"))
                        : Optional.empty(),
                random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN,
                Optional.empty(),
                pilots && random.nextInt(4) == 0 ? Optional.of(pilot()) : Optional.empty(),
                List.of(new CommercialTerms.Fee("platform", "OF 4", "Platform fee", number(), Every.MONTH)),
                grants ? grants(version) : List.of(),
                Optional.of(new CommercialTerms.Overage("OF 5.2", new BigDecimal("0.0125"))),
                Optional.of(new CommercialTerms.Minimum("OF 6", number(), Every.MONTH)),
                random.nextInt(4) == 0
                        ? Optional.of(new CommercialTerms.Maximum("OF 6.1", new BigDecimal("40")))
                        : Optional.empty());
    }

    private Onboarding pilot() {
        Optional<Instant> ends =
                random.nextBoolean() ? Optional.empty() : Optional.of(Instant.parse("2026-02-10T00:00:00Z"));
        return new Onboarding.CappedPilot("OF 8", 1 + random.nextInt(10), ends, random.nextBoolean());
    }

    private List<Grant> grants(int version) {
        List<Grant> grants = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Expiry expiry = List.of(
                            new Expiry.EndOfMonth(),
                            new Expiry.Never(),
                            new Expiry.After(Duration.ofDays(5 + random.nextInt(60))))
                    .get(random.nextInt(3));
            grants.add(new Grant(
                    "g" + i + "of" + version,
                    "OF 5",
                    Grant.Category.values()[random.nextInt(4)],
                    BigDecimal.valueOf(1 + random.nextInt(60)),
                    random.nextBoolean() ? Every.MONTH : Every.ONCE,
                    random.nextInt(3),
                    expiry,
                    expiry instanceof Expiry.EndOfMonth && random.nextBoolean()
                            ? Optional.of(BigDecimal.valueOf(random.nextInt(40)))
                            : Optional.empty()));
        }
        return grants;
    }

    private BigDecimal number() {
        return new BigDecimal(random.nextInt(90_000)).movePointLeft(4);
    }
}
