package io.adjudicator.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Cases told by one set of cells for each fact of a table; every one of the facts must lie in its set. */
record Box(List<BitSet> sides) {

    boolean isEmpty() {
        return sides.stream().anyMatch(BitSet::isEmpty);
    }

    Box and(Box other) {
        List<BitSet> common = new ArrayList<>();
        for (int fact = 0; fact < sides.size(); fact++) {
            BitSet side = (BitSet) sides.get(fact).clone();
            side.and(other.sides.get(fact));
            common.add(side);
        }
        return new Box(common);
    }

    Box with(int fact, BitSet side) {
        List<BitSet> changed = new ArrayList<>(sides);
        changed.set(fact, side);
        return new Box(changed);
    }

    /** The first cell of every fact. */
    int[] corner() {
        return sides.stream().mapToInt(side -> side.nextSetBit(0)).toArray();
    }

    /**
     * Looks for cases of a box in none of some others. Exact: a box that meets another is cut along that one's sides, and the
     * pieces outside it are searched in turn.
     */
    static final class Search {

        /** Boxes looked at for one question; negotiated tables need some dozens. */
        static final int MOST_STEPS = 20_000;

        private int steps;
        private boolean gaveUp;

        Optional<Box> rest(Box box, List<Box> taken) {
            steps = 0;
            return box.isEmpty() ? Optional.empty() : cut(box, taken);
        }

        /** Whether a question ended at the limit, so that "nothing found" proves nothing. */
        boolean gaveUp() {
            return gaveUp;
        }

        private Optional<Box> cut(Box box, List<Box> taken) {
            if (++steps > MOST_STEPS) {
                gaveUp = true;
                return Optional.empty();
            }
            List<Box> meeting =
                    taken.stream().filter(other -> !box.and(other).isEmpty()).toList();
            if (meeting.isEmpty()) {
                return Optional.of(box);
            }
            return meeting.stream().anyMatch(other -> box.and(other).equals(box))
                    ? Optional.empty()
                    : outside(box, meeting.getFirst(), meeting.subList(1, meeting.size()));
        }

        private Optional<Box> outside(Box box, Box other, List<Box> others) {
            Box left = box;
            for (int fact = 0; fact < box.sides().size(); fact++) {
                BitSet beyond = (BitSet) left.sides().get(fact).clone();
                beyond.andNot(other.sides().get(fact));
                Optional<Box> found = beyond.isEmpty() ? Optional.empty() : cut(left.with(fact, beyond), others);
                if (found.isPresent()) {
                    return found;
                }
                BitSet within = (BitSet) left.sides().get(fact).clone();
                within.and(other.sides().get(fact));
                left = left.with(fact, within);
            }
            return Optional.empty();
        }
    }
}
