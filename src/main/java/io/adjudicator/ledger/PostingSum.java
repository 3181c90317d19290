package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What postings of one month, kind, account, unit, grant and line come to.
 *
 * @param amount debits are positive
 */
public record PostingSum(
        EntryKind kind, Account account, Optional<Long> grant, Optional<Line> line, long quantity, Amount amount) {

    private record Key(EntryKind kind, Account account, Optional<Long> grant, Optional<Line> line, String unit) {}

    /** Sums what one month's entries post. */
    static List<PostingSum> of(Stream<Entry> entries) {
        Map<Key, PostingSum> sums = new LinkedHashMap<>();
        entries.forEach(entry -> entry.postings().forEach(posting -> {
            PostingSum one = new PostingSum(
                    entry.kind(),
                    posting.account(),
                    posting.grant(),
                    posting.line(),
                    posting.quantity(),
                    posting.amount());
            Key key = new Key(
                    one.kind,
                    one.account,
                    one.grant,
                    one.line,
                    posting.amount().unit().code());
            sums.merge(key, one, PostingSum::plus);
        }));
        return new ArrayList<>(sums.values());
    }

    private PostingSum plus(PostingSum other) {
        return new PostingSum(kind, account, grant, line, quantity + other.quantity, amount.plus(other.amount));
    }

    public BigDecimal number() {
        return amount.number();
    }
}
