package io.adjudicator.rules.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the rules of one session leave what they found, one slot a rule. All that a consequence may do is add to it. */
public final class Findings {

    /** Bits of what a rule said. */
    public static final int MET = 1;

    public static final int NOT_MET = 1 << 1;
    public static final int UNKNOWN = 1 << 2;
    public static final int EXCLUDED = 1 << 3;
    public static final int TIER = 1 << 4;
    public static final int REVIEW = 1 << 5;
    public static final int PRICE = 1 << 6;
    public static final int SILENT = 1 << 7;

    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] said;

    /** One slot for each rule id, in the order in which findings are read out. */
    public Findings(List<String> ids) {
        ids.forEach(id -> positions.put(id, positions.size()));
        said = new int[ids.size()];
    }

    public void met(String id) {
        add(id, MET);
    }

    public void notMet(String id) {
        add(id, NOT_MET);
    }

    public void unknown(String id) {
        add(id, UNKNOWN);
    }

    public void excluded(String id) {
        add(id, EXCLUDED);
    }

    public void tier(String id) {
        add(id, TIER);
    }

    public void price(String id) {
        add(id, PRICE);
    }

    public void review(String id) {
        add(id, REVIEW);
    }

    public void silent(String id) {
        add(id, SILENT);
    }

    /** What the rule in this slot said since the last call, as the bits above; forgets it. */
    public int take(int position) {
        int bits = said[position];
        said[position] = 0;
        return bits;
    }

    private void add(String id, int bit) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalStateException("expected a rule of this rule set, but got \"" + id + "\"");
        }
        said[position] |= bit;
    }
}
