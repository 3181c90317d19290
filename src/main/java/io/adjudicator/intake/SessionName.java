package io.adjudicator.intake;

import io.adjudicator.kernel.CustomerId;

/** How senders speak of a session: unique within the customer. */
public record SessionName(CustomerId customer, String name) implements Comparable<SessionName> {

    public static SessionName of(Received record) {
        return new SessionName(record.customer(), record.session());
    }

    @Override
    public int compareTo(SessionName other) {
        int byCustomer = customer.compareTo(other.customer);
        return byCustomer != 0 ? byCustomer : name.compareTo(other.name);
    }
}
