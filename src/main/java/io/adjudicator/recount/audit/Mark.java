package io.adjudicator.recount.audit;

/** What a check comes to, from best to worst. */
public enum Mark {
    PASS("PASS"),
    /** It holds so far; the time in which it can turn is not over. */
    PRELIMINARY("PASS (preliminary)"),
    /** It holds for less than was claimed. */
    DOWNGRADED("PASS (downgraded)"),
    FAIL("FAIL");

    private final String wireName;

    Mark(String wireName) {
        this.wireName = wireName;
    }

    /** As bundles and reports write it. */
    public String wireName() {
        return wireName;
    }
}
