package io.adjudicator.console;

import java.util.ArrayList;
import java.util.List;

/** What changed from one list of sentences to another, by their longest common subsequence. */
final class Changes {

    private Changes() {}

    /**
     * One sentence.
     *
     * @param kind same, added or removed
     */
    record Change(String kind, String sentence) {}

    static List<Change> between(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                changes.add(new Change("same", before.get(i)));
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new Change("removed", before.get(i++)));
            } else {
                changes.add(new Change("added", after.get(j++)));
            }
        }
        return changes;
    }
}
