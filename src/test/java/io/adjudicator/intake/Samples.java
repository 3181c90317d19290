package io.adjudicator.intake;

import io.adjudicator.rules.FactOrigin;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.FactType;
import io.adjudicator.rules.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Records as a sender writes them, with single quotes so that tables stay readable. */
final class Samples {

    static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-07-02T00:00:00Z"));

    static final Vocabulary WORDS = new Vocabulary(List.of(
            word("turns", FactType.INTEGER),
            word("topic", FactType.TEXT),
            word("amount_at_stake", FactType.DECIMAL),
            word("verified", FactType.BOOLEAN)));

    static final String CLAIM = """
            {'source': 'crm', 'id': 'c-1', 'customer': 'northwind', 'outcomeType': 'support-resolution',
             'session': 's-1', 'occurredAt': '2026-07-01T10:00:00+02:00',
             'sessionStartedAt': '2026-07-01T07:30:00Z', 'account': 'ACME', 'channel': 'chat',
             'workflowType': 'refund', 'sourceLink': 'https://crm.example/c-1',
             'facts': {'turns': 3, 'topic': 'refund', 'amount_at_stake': 12.50, 'verified': true}}""";

    static final String EVIDENCE = """
            {'source': 'crm', 'id': 'e-1', 'customer': 'northwind', 'session': 's-1',
             'claim': {'source': 'crm', 'id': 'c-1'}, 'kind': 'reopened', 'grade': 'affected_party',
             'occurredAt': '2026-07-01T11:00:00Z', 'note': 'came back', 'sourceLink': 'https://crm.example/e-1'}""";

    private Samples() {}

    static byte[] json(String single) {
        return single.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static FactTerm word(String name, FactType type) {
        return new FactTerm(name, type, "", FactOrigin.CLAIM, false, name);
    }
}
