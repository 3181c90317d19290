package io.adjudicator.contract;

import io.adjudicator.contract.CommercialTerms.Conversion;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.CommercialTerms.Expiry;
import io.adjudicator.contract.CommercialTerms.Fee;
import io.adjudicator.contract.CommercialTerms.Grant;
import io.adjudicator.contract.CommercialTerms.Maximum;
import io.adjudicator.contract.CommercialTerms.Minimum;
import io.adjudicator.contract.CommercialTerms.Onboarding;
import io.adjudicator.contract.CommercialTerms.Overage;
import io.adjudicator.contract.CommercialTerms.Structure;
import io.adjudicator.contract.RateTerms.Band;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads prices and commercial terms from a checked contract tree. */
final class MoneyTerms {

    /** Of a grant whose contract says nothing: after those that were given one below, before those above. */
    private static final int USUAL_PRIORITY = 100;

    private MoneyTerms() {}

    /** A currency or credit type, alone or with its conversion. */
    static Unit unit(Tree contract) {
        return new Unit(contract.text("unit").orElseGet(() -> text(contract.child("unit"), "credits")));
    }

    static CommercialTerms commercial(Tree contract, ZoneId zone) {
        Unit unit = unit(contract);
        Optional<Conversion> conversion = optional(contract, "unit").map(MoneyTerms::conversion);
        return new CommercialTerms(
                unit.isCurrency() ? Optional.of(unit) : conversion.map(Conversion::currency),
                conversion,
                contract.text("rounding").map(MoneyTerms::rounding).orElse(RoundingMode.HALF_UP),
                optional(contract, "structure").map(MoneyTerms::structure),
                optional(contract, "onboarding").map(terms -> onboarding(terms, zone)),
                contract.rows("fees").stream().map(MoneyTerms::fee).toList(),
                contract.rows("credits").stream().map(MoneyTerms::grant).toList(),
                optional(contract, "overage").map(terms -> new Overage(text(terms, "clause"), number(terms, "price"))),
                optional(contract, "minimum")
                        .map(terms -> new Minimum(text(terms, "clause"), number(terms, "amount"), every(terms))),
                optional(contract, "maximum")
                        .map(terms -> new Maximum(text(terms, "clause"), number(terms, "amount"))));
    }

    static PriceTerms price(Tree price) {
        Map<String, RateTerms> perOutcome = new HashMap<>();
        Tree tiers = price.child("per_outcome");
        tiers.members().keySet().forEach(tier -> perOutcome.put(tier, rate(tiers, tier)));
        price.decimal("blended").ifPresent(flat -> perOutcome.put("blended", new RateTerms.Flat(flat)));
        Map<String, BigDecimal> mix = price.child("blended").decimals("mix");
        return new PriceTerms(
                text(price, "clause"),
                perOutcome,
                mix.isEmpty() ? Optional.empty() : Optional.of(mix),
                price.rows("table").stream()
                        .map(row -> new PriceTerms.TableRow(text(row, "id"), text(row, "clause"), rate(row, "price")))
                        .toList(),
                price.rows("interaction_fees").stream()
                        .map(fee -> new PriceTerms.InteractionFee(
                                text(fee, "id"), text(fee, "clause"), number(fee, "amount"), fee.texts("unless")))
                        .toList());
    }

    static Optional<ValueTerms> value(Tree outcome) {
        return optional(outcome, "value").map(value -> {
            Tree anchor = value.child("anchor");
            return new ValueTerms(
                    Enum.valueOf(ValueTerms.Kind.class, upper(value, "kind")),
                    Enum.valueOf(ValueTerms.Anchor.class, upper(anchor, "what")),
                    number(anchor, "amount"),
                    anchor.text("source"));
        });
    }

    /** A number, or one of the shapes. */
    private static RateTerms rate(Tree holder, String key) {
        Optional<BigDecimal> flat = holder.decimal(key);
        if (flat.isPresent()) {
            return new RateTerms.Flat(flat.get());
        }
        Tree shape = holder.child(key);
        if (shape.has("included")) {
            return new RateTerms.Included(count(shape, "included"), number(shape, "price"));
        }
        String name = shape.members().keySet().iterator().next();
        Tree terms = shape.child(name);
        return switch (name) {
            case "graduated" -> new RateTerms.Graduated(bands(shape, name));
            case "volume" -> new RateTerms.Volume(bands(shape, name));
            case "package" -> new RateTerms.Packaged(count(terms, "size"), number(terms, "price"));
            case "committed" ->
                new RateTerms.Committed(count(terms, "outcomes"), number(terms, "price"), number(terms, "overage"));
            case "share" ->
                new RateTerms.Share(
                        text(terms, "of"), number(terms, "rate"), terms.decimal("floor"), terms.decimal("ceiling"));
            default -> throw new IllegalStateException("expected a checked rate, but got " + shape.members());
        };
    }

    private static List<Band> bands(Tree shape, String name) {
        return shape.rows(name).stream()
                .map(band -> new Band(band.integer("up_to").map(Integer::longValue), number(band, "price")))
                .toList();
    }

    private static Conversion conversion(Tree unit) {
        return new Conversion(number(unit, "worth"), new Unit(text(unit, "currency")), text(unit, "clause"));
    }

    private static Structure structure(Tree terms) {
        return new Structure(
                Enum.valueOf(Structure.Kind.class, upper(terms, "kind")), text(terms, "clause"), terms.text("billed"));
    }

    private static Onboarding onboarding(Tree terms, ZoneId zone) {
        String clause = text(terms, "clause");
        return switch (text(terms, "model")) {
            case "free_training" -> new Onboarding.FreeTraining(clause, midnight(text(terms, "billing_starts"), zone));
            case "capped_pilot" ->
                new Onboarding.CappedPilot(
                        clause,
                        count(terms, "free_outcomes"),
                        terms.text("ends").map(day -> midnight(day, zone)),
                        terms.text("converts").orElse("automatically").equals("automatically"));
            default ->
                new Onboarding.Enterprise(clause, terms.text("billing_starts").map(day -> midnight(day, zone)));
        };
    }

    private static Fee fee(Tree fee) {
        return new Fee(text(fee, "id"), text(fee, "clause"), text(fee, "name"), number(fee, "amount"), every(fee));
    }

    private static Grant grant(Tree grant) {
        return new Grant(
                text(grant, "id"),
                text(grant, "clause"),
                Enum.valueOf(Grant.Category.class, upper(grant, "category")),
                number(grant, "amount"),
                every(grant),
                grant.integer("priority").orElse(USUAL_PRIORITY),
                expiry(text(grant, "expires")),
                grant.child("rollover").decimal("limit"));
    }

    private static Expiry expiry(String expires) {
        return switch (expires) {
            case "end_of_month" -> new Expiry.EndOfMonth();
            case "never" -> new Expiry.Never();
            default -> new Expiry.After(Duration.parse(expires));
        };
    }

    static Instant midnight(String date, ZoneId zone) {
        return LocalDate.parse(date).atStartOfDay(zone).toInstant();
    }

    private static RoundingMode rounding(String mode) {
        return RoundingMode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    private static Every every(Tree terms) {
        return Enum.valueOf(Every.class, upper(terms, "every"));
    }

    private static Optional<Tree> optional(Tree tree, String key) {
        return tree.value(key).filter(Map.class::isInstance).map(_ -> tree.child(key));
    }

    private static String upper(Tree tree, String key) {
        return text(tree, key).toUpperCase(Locale.ROOT);
    }

    private static long count(Tree tree, String key) {
        return tree.integer(key).orElseThrow(() -> missing(tree, key));
    }

    private static BigDecimal number(Tree tree, String key) {
        return tree.decimal(key).orElseThrow(() -> missing(tree, key));
    }

    static String text(Tree tree, String key) {
        return tree.text(key).orElseThrow(() -> missing(tree, key));
    }

    private static IllegalStateException missing(Tree tree, String key) {
        return new IllegalStateException("expected a checked contract to have " + tree.at(key) + ", but it does not");
    }
}
