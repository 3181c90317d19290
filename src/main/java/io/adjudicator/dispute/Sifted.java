package io.adjudicator.dispute;

import io.adjudicator.dispute.SelectionStore.Decided;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is left of the decisions that a selection fits, however many they are: those that can be disputed, and why the others cannot. Not thread-safe. */
final class Sifted {

    private final int most;
    private final List<Decided> kept = new ArrayList<>();
    private final Map<Unit, Amount> amounts = new TreeMap<>(Comparator.comparing(Unit::code));
    private final Map<String, Integer> passedOver = new TreeMap<>();
    private int disputable;

    /**
     * Starts empty.
     *
     * @param most how many are kept, from the first; the others are counted
     */
    Sifted(int most) {
        this.most = most;
    }

    void take(Decided decided) {
        Amount amount = decided.disputed().amount();
        amounts.merge(amount.unit(), amount, Amount::plus);
        if (kept.size() < most) {
            kept.add(decided);
        }
        disputable++;
    }

    void passOver(Fault why) {
        passedOver.merge(why.code(), 1, Integer::sum);
    }

    List<Decided> kept() {
        return kept;
    }

    /** How many can be disputed, kept or not. */
    int disputable() {
        return disputable;
    }

    /** What these come to; units are never added to each other. */
    List<Amount> amounts() {
        return List.copyOf(amounts.values());
    }

    /** How many cannot, by the code of the problem. */
    Map<String, Integer> passedOver() {
        return Map.copyOf(passedOver);
    }
}
