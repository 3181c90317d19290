package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import java.util.Locale;
import java.util.Optional;

/** How an account is called in plain text: levels with colons between them. Different accounts have different names. */
final class AccountName {

    private AccountName() {}

    static String of(CustomerId customer, Posting posting, Optional<String> grant) {
        return switch (posting.account()) {
            case REVENUE -> "revenue:" + customer + ":" + line(posting.line().orElseThrow());
            // Taken off revenue, so that what is free for now adds nothing to it
            case FREE -> "revenue:" + customer + ":free";
            case GRANT -> "grants:" + customer + ":" + level(grant.orElseThrow());
            case GRANT_HELD -> "grants-held:" + customer + ":" + level(grant.orElseThrow());
            case RECEIVABLE, HELD, PENDING, ISSUED, USED, EXPIRED, VOIDED, ROLLED, CONVERSION, ROUNDING ->
                posting.account().name().toLowerCase(Locale.ROOT) + ":" + customer;
        };
    }

    private static String line(Line line) {
        String name = line.outcomeType().map(type -> type + ":").orElse("") + level(line.name());
        return line.kind() == Line.Kind.OUTCOME
                ? name
                : line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + name;
    }

    /** What is not a letter, a digit or one of a few signs is written as its code point, as in a URL: it could end the name. */
    private static String level(String text) {
        StringBuilder level = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || "-_./".indexOf(character) >= 0) {
                level.appendCodePoint(character);
            } else {
                level.append('%').append(Integer.toHexString(character)).append('%');
            }
        });
        return level.toString();
    }
}
