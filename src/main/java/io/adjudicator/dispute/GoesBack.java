package io.adjudicator.dispute;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.util.List;

/**
 * What goes back to the customer, whatever goes up beside it: a charge that is added must not hide one that is given back.
 *
 * @param amount in the contract's unit, or what is more than nothing in another
 * @param foreign some of it is in a unit that the contract's limits do not speak of
 */
record GoesBack(Amount amount, boolean foreign) {

    static GoesBack of(List<Effect> effects, Unit unit) {
        Amount own = sum(effects, unit);
        List<Unit> others = effects.stream()
                .map(effect -> effect.charged().unit())
                .filter(other -> !other.equals(unit))
                .filter(other -> sum(effects, other).number().signum() > 0)
                .distinct()
                .toList();
        boolean onlyForeign = own.number().signum() == 0 && !others.isEmpty();
        return new GoesBack(onlyForeign ? sum(effects, others.getFirst()) : own, !others.isEmpty());
    }

    boolean within(BigDecimal limit) {
        return !foreign && amount.number().compareTo(limit) <= 0;
    }

    boolean nothing() {
        return amount.number().signum() == 0;
    }

    private static Amount sum(List<Effect> effects, Unit unit) {
        return effects.stream()
                .map(Effect::charged)
                .filter(charged ->
                        charged.unit().equals(unit) && charged.number().signum() < 0)
                .map(Amount::negated)
                .reduce(Amount.zero(unit), Amount::plus);
    }
}
