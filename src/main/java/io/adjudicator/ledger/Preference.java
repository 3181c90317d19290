package io.adjudicator.ledger;

import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was held of which grant for a claim, in the order in which it was held: this much of it pays first, even if the grant has lapsed since. */
record Preference(Map<Key, BigDecimal> held) {

    /** A grant in one unit. */
    record Key(long grant, Unit unit) {}

    static final Preference NONE = new Preference(Map.of());

    static Preference of(List<Standing> standing) {
        Map<Key, BigDecimal> held = new LinkedHashMap<>();
        for (Standing one : standing) {
            Posting posting = one.posting();
            if (posting.account() == Account.GRANT_HELD && one.kind() == EntryKind.HELD) {
                held.merge(
                        new Key(posting.grant().orElseThrow(), posting.amount().unit()),
                        posting.amount().negated().number(),
                        BigDecimal::add);
            }
        }
        return new Preference(held);
    }

    /** Uses up to {@code most} of what was held of a grant. */
    BigDecimal take(Key key, BigDecimal most) {
        BigDecimal taken = held.getOrDefault(key, BigDecimal.ZERO).min(most);
        held.computeIfPresent(key, (_, left) -> left.subtract(taken));
        return taken;
    }
}
