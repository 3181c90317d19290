package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.FactType;
import io.adjudicator.rules.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a rate has one shape, its bands follow each other without gap, and its numbers can be kept exactly. */
final class RateCheck {

    /** Digits after the point: a ten-thousandth of a cent. */
    private static final int FINEST = 6;

    private static final Set<String> SHAPES = Set.of("graduated", "volume", "package", "committed", "share");

    private final YamlFile file;
    private final List<Fault> faults = new ArrayList<>();

    private RateCheck(YamlFile file) {
        this.file = file;
    }

    /** Faults of the rate that stands under this key. */
    static List<Fault> faults(YamlFile file, Tree holder, String key) {
        RateCheck check = new RateCheck(file);
        check.number(holder, key);
        if (!holder.child(key).members().isEmpty()) {
            check.shape(holder.child(key));
        }
        return check.faults;
    }

    private void shape(Tree rate) {
        long shapes = rate.members().keySet().stream().filter(SHAPES::contains).count();
        boolean included = rate.has("included") && rate.has("price");
        boolean partly = rate.has("included") != rate.has("price");
        if (shapes + (included ? 1 : 0) != 1 || partly) {
            fault(
                    "bad_rate",
                    rate.pointer(),
                    "expected one of " + SHAPES.stream().sorted().toList() + ", or included with price, but got "
                            + rate.members().keySet());
            return;
        }
        number(rate, "price");
        rate.child("package").members().keySet().forEach(key -> number(rate.child("package"), key));
        rate.child("committed").members().keySet().forEach(key -> number(rate.child("committed"), key));
        bands(rate, "graduated");
        bands(rate, "volume");
        falling(rate.rows("volume"));
        share(rate.child("share"));
    }

    /** Dearer bands of the whole month's count would make one outcome cost more than all its price list says. */
    private void falling(List<Tree> volume) {
        for (int i = 1; i < volume.size(); i++) {
            Optional<BigDecimal> before = volume.get(i - 1).decimal("price");
            Optional<BigDecimal> price = volume.get(i).decimal("price");
            if (before.isPresent() && price.isPresent() && price.get().compareTo(before.get()) > 0) {
                fault(
                        "bad_rate",
                        volume.get(i).at("price"),
                        "expected a price not above the band before, because volume bands price all outcomes of the month; use"
                                + " graduated for prices that rise");
            }
        }
    }

    private void bands(Tree rate, String name) {
        List<Tree> bands = rate.rows(name);
        int before = 0;
        for (int i = 0; i < bands.size(); i++) {
            Tree band = bands.get(i);
            number(band, "price");
            Optional<Integer> upTo = band.integer("up_to");
            boolean last = i == bands.size() - 1;
            if (last && upTo.isPresent()) {
                fault(
                        "band_gap",
                        band.at("up_to"),
                        "expected no end of the last band, because the outcome after " + upTo.get()
                                + " would have no price; remove up_to or add a band");
            } else if (!last && upTo.isEmpty()) {
                fault(
                        "band_unreachable",
                        band.pointer(),
                        "expected up_to, because without it the bands after this one are never reached");
            } else if (!last && upTo.get() <= before) {
                fault(
                        "band_overlap",
                        band.at("up_to"),
                        "expected a number above " + before + ", where the band before ends, but got " + upTo.get()
                                + "; outcome " + upTo.get() + " would be in two bands");
            }
            before = upTo.orElse(before);
        }
    }

    private void share(Tree share) {
        share.text("of").ifPresent(fact -> {
            Optional<FactTerm> term = Vocabulary.ofThisRelease().term(fact);
            if (term.isEmpty() || term.get().type() != FactType.DECIMAL) {
                List<String> decimals = Vocabulary.ofThisRelease().terms().stream()
                        .filter(known -> known.type() == FactType.DECIMAL)
                        .map(FactTerm::name)
                        .toList();
                fault(
                        "unknown_fact",
                        share.at("of"),
                        "expected a decimal fact, one of " + decimals + ", but got \"" + fact + "\""
                                + Nearest.hint(fact, decimals));
            }
        });
        number(share, "floor");
        number(share, "ceiling");
        Optional<BigDecimal> floor = share.decimal("floor");
        Optional<BigDecimal> ceiling = share.decimal("ceiling");
        if (floor.isPresent() && ceiling.isPresent() && floor.get().compareTo(ceiling.get()) > 0) {
            fault(
                    "bad_rate",
                    share.at("floor"),
                    "expected a floor not above the ceiling (" + ceiling.get().toPlainString() + "), but got "
                            + floor.get().toPlainString());
        }
    }

    private void number(Tree holder, String key) {
        holder.decimal(key)
                .filter(number -> number.scale() > FINEST)
                .ifPresent(number -> fault(
                        "bad_price",
                        holder.at(key),
                        "expected at most " + FINEST + " digits after the point, but got " + number.toPlainString()));
    }

    private void fault(String code, String pointer, String message) {
        faults.add(file.fault(code, pointer, message));
    }
}
