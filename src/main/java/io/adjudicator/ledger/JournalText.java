package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Postings in the plain-text accounting format that hledger and Ledger read: a transaction for every claim of an entry, since each balances by
 * itself. Whatever a customer's system or a contract chose as a name cannot add a line, a tag or a comment.
 */
final class JournalText {

    private final CustomerId customer;
    private final Appendable out;
    private final Set<Unit> units = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();

    JournalText(CustomerId customer, Appendable out) {
        this.customer = customer;
        this.out = out;
    }

    /** @param rows a claim's postings of an entry one after the other */
    void write(Iterator<JournalRow> rows) throws IOException {
        out.append("""
                ; Journal of %s, in the plain-text accounting format of hledger and Ledger.
                ; A transaction's date is the last day of the month in which it is booked, so that a month's figures are its statement's;
                ; "posted" is when it was written, "counts-in" the month in which the outcome occurred. Debits are positive.
                """.formatted(customer));
        List<JournalRow> part = new ArrayList<>();
        while (rows.hasNext()) {
            JournalRow row = rows.next();
            if (!part.isEmpty() && !row.besides(part.getFirst())) {
                transaction(part);
                part.clear();
            }
            part.add(row);
        }
        if (!part.isEmpty()) {
            transaction(part);
        }
    }

    private void transaction(List<JournalRow> part) throws IOException {
        for (JournalRow row : part) {
            declare(row);
        }
        JournalRow first = part.getFirst();
        List<String> tags = new ArrayList<>();
        first.postedAt().ifPresent(at -> tags.add("posted:" + at));
        first.claim().ifPresent(claim -> tags.add("claim:" + inert(claim)));
        out.append("\n%s (%d) %s%s%s\n"
                .formatted(
                        first.bookedIn().atEndOfMonth(),
                        first.posting().id().entry(),
                        first.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        first.note().isEmpty() ? "" : " " + inert(first.note()),
                        comment(tags)));
        for (JournalRow row : part) {
            posting(row);
        }
    }

    /** Before its first use, as strict checks want it. */
    private void declare(JournalRow row) throws IOException {
        if (units.add(row.posting().amount().unit())) {
            String unit = commodity(row.posting().amount().unit());
            out.append("\ncommodity %s\n    format 1000.000000 %s\n".formatted(unit, unit));
        }
        String account = account(row);
        if (accounts.add(account)) {
            out.append("\naccount %s\n".formatted(account));
        }
    }

    private void posting(JournalRow row) throws IOException {
        Posting posting = row.posting();
        List<String> tags = new ArrayList<>();
        tags.add("posting:" + posting.id().text());
        posting.line().ifPresent(line -> {
            tags.add("counts-in:" + line.countsIn());
            tags.add("contract-version:" + line.contractVersion());
            tags.add("quantity:" + posting.quantity());
            line.free().ifPresent(why -> tags.add("free:" + inert(why)));
        });
        posting.reverses().ifPresent(reversed -> tags.add("reverses:" + reversed.text()));
        out.append("    %s  %s %s%s\n"
                .formatted(
                        account(row),
                        posting.amount().plain(),
                        commodity(posting.amount().unit()),
                        comment(tags)));
    }

    private String account(JournalRow row) {
        return AccountName.of(customer, row.posting(), row.grant());
    }

    /** A credit type may hold digits and hyphens, which stand in quotes. */
    private static String commodity(Unit unit) {
        return unit.isCurrency() ? unit.code() : "\"" + unit.code() + "\"";
    }

    private static String comment(List<String> tags) {
        return tags.isEmpty() ? "" : "  ; " + String.join(", ", tags);
    }

    /** Without what ends a line, a tag or a description. */
    private static String inert(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029;,|]+", " ").strip();
    }
}
