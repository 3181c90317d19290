package io.adjudicator.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody comes as. */
public enum Role {
    /** The product that claims outcomes and reports evidence. */
    SERVICE,
    /** Publishes contracts and tries them. */
    DEAL_DESK,
    /** Decides flagged outcomes and disputes. */
    REVIEWER,
    /** Takes what was not decided in time, and gives tasks to others. */
    LEAD,
    /** Reads reports and approves money. */
    FINANCE_ADMIN,
    /** One customer's own people: they see what is theirs and nothing else. */
    CUSTOMER,
    /** Reads everything, changes nothing. */
    AUDITOR;

    /** In tables, on the command line and in JSON: {@code deal-desk}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findAny();
    }
}
