package io.adjudicator.api;

/** Records that are right, for tests to send or to spoil. */
final class Records {

    private Records() {}

    static String claim(String customer, String id) {
        return claim(customer, id, "'topic': 'refund'");
    }

    static String claim(String customer, String id, String facts) {
        return ("{'source': 'crm', 'id': '%s', 'customer': '%s', 'outcomeType': 'support-resolution', 'session': 's-%s',"
                        + " 'occurredAt': '2026-07-01T10:00:00Z', 'account': 'Berlin', 'channel': 'chat',"
                        + " 'workflowType': 'refund', 'sourceLink': 'https://crm.example/%s', 'facts': {%s}}")
                .formatted(id, customer, id, id, facts);
    }

    static String evidence(String customer, String id, String session, String kind) {
        return ("{'source': 'crm', 'id': '%s', 'customer': '%s', 'session': '%s', 'kind': '%s',"
                        + " 'grade': 'affected_party', 'occurredAt': '2026-07-01T11:00:00Z'}")
                .formatted(id, customer, session, kind);
    }

    static String line(String type, String record) {
        return record.replaceFirst("\\{", "{'type': '" + type + "', ").replace('\'', '"');
    }
}
