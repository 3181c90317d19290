package io.adjudicator.cli;

import io.adjudicator.cli.ImportIncident.Episode;
import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Writes an incident's episodes as lines of a batch: a claim each, and evidence where it was reopened. */
record ImportWire(CustomerId customer, String source) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * The log is the system of record's own: neither the product that claims nor the user who is served wrote its state, and both can
     * look it up.
     */
    private static final EvidenceGrade GRADE = EvidenceGrade.THIRD_PARTY_CORROBORATED;

    SortedRecord claim(Episode episode) {
        ImportRow row = episode.resolved();
        String id = id(episode);
        Map<String, Object> members = members("claim", id, row);
        members.put("outcomeType", OutcomeType.SUPPORT_RESOLUTION.value());
        members.put("occurredAt", row.updatedAt().toString());
        members.put("sessionStartedAt", row.openedAt().toString());
        members.put(
                "account",
                row.known("location").or(() -> row.known("caller_id")).orElse("unknown"));
        members.put("channel", row.known("contact_type").orElse("unknown"));
        members.put("workflowType", row.known("category").orElse("unknown"));
        members.put("facts", facts(episode));
        return line(row.updatedAt(), id, members);
    }

    Optional<SortedRecord> reopening(Episode episode) {
        return episode.reopened().map(row -> {
            String id = id(episode) + "-reopened";
            Map<String, Object> members = members("evidence", id, row);
            members.put("claim", named(id(episode)));
            members.put("kind", EvidenceKind.REOPENED.wireName());
            members.put("grade", GRADE.name().toLowerCase(Locale.ROOT));
            members.put("occurredAt", row.updatedAt().toString());
            return line(row.updatedAt(), id, members);
        });
    }

    private static String id(Episode episode) {
        return episode.resolved().number() + "-" + episode.number();
    }

    private Map<String, Object> named(String claim) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("source", source);
        members.put("id", claim);
        return members;
    }

    private Map<String, Object> members(String type, String id, ImportRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type);
        members.put("source", source);
        members.put("id", id);
        members.put("customer", customer.value());
        members.put("session", row.number());
        return members;
    }

    /** What the row knew then. What it does not know is left out: absent is not false. */
    private static Map<String, Object> facts(Episode episode) {
        ImportRow row = episode.resolved();
        long reassignments = row.count("reassignment_count");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("handoff", reassignments > 0);
        facts.put("reassignments", reassignments);
        facts.put("info_requests", episode.infoRequests());
        facts.put("prior_reopens", row.count("reopen_count"));
        for (String name : new String[] {"category", "subcategory", "impact", "urgency", "priority"}) {
            row.known(name).ifPresent(text -> facts.put(name, text));
        }
        row.known("knowledge")
                .filter(used -> used.equals("true") || used.equals("false"))
                .ifPresent(used -> facts.put("knowledge_used", used.equals("true")));
        return facts;
    }

    private static SortedRecord line(Instant at, String id, Map<String, Object> members) {
        return new SortedKey()
                .time(at)
                .text(id)
                .with(JSON.writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
    }
}
