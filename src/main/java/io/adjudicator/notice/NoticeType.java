package io.adjudicator.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to be told. */
public enum NoticeType {
    /** An outcome was decided for the first time. */
    DECISION_ISSUED,
    /** A further decision took the place of an earlier one. */
    DECISION_SUPERSEDED,
    /** A dispute was raised, moved or ended. */
    DISPUTE_CHANGED,
    /** Somebody has not decided in time. */
    TASK_OVERDUE,
    /** A month was closed. */
    STATEMENT_CLOSED,
    /** Nothing happened: somebody tries whether a webhook takes what it is sent. */
    WEBHOOK_TEST;

    /** In tables and on the wire: {@code decision.issued}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** All that a webhook can ask to be told of; a test goes to whom it is about, asked or not. */
    public static List<NoticeType> toChoose() {
        return Arrays.stream(values()).filter(type -> type != WEBHOOK_TEST).toList();
    }

    /** How long the operator's people take is not for its customers. */
    public boolean forCustomers() {
        return this != TASK_OVERDUE;
    }

    public static Optional<NoticeType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findAny();
    }
}
