package io.adjudicator.cli;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import io.adjudicator.recount.audit.Effect;
import io.adjudicator.recount.audit.OutcomeClass;
import io.adjudicator.recount.audit.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An observer's effect records, one JSON object a line. Each effect but a reopening is a claim at its last interaction, and what the
 * observer saw is evidence of the observer's grade: a resolution is confirmed when the observer confirmed it, an assumed one is silence,
 * and an escalation or a task given up happened by the last interaction, whenever it was written down.
 */
final class EffectExport {

    private final CustomerId customer;
    private final String source;
    private final Map<String, String> sessions = new HashMap<>();
    private final List<ExportedLine> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    EffectExport(CustomerId customer, String source) {
        this.customer = customer;
        this.source = source;
    }

    Export read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        List<Numbered> read = new ArrayList<>();
        List<String> records = text.lines().toList();
        for (int i = 0; i < records.size(); i++) {
            if (!records.get(i).isBlank()) {
                read(i + 1, records.get(i)).ifPresent(read::add);
            }
        }
        read.forEach(one -> sessions.put(one.effect().effectId(), session(one.effect())));
        read.forEach(this::convert);
        return new Export(lines, Optional.empty(), List.of(), Map.of(), faults);
    }

    /** @param last when somebody last said or did something */
    private record Numbered(int line, Effect effect, Instant last, Optional<Instant> created) {}

    private Optional<Numbered> read(int line, String json) {
        try {
            Stated record = Stated.document(JsonMapper.shared().readTree(json));
            Effect effect = Effect.read(record);
            Optional<Stated> times = record.object("timestamps");
            return Optional.of(new Numbered(
                    line,
                    effect,
                    times.flatMap(stated -> stated.time("last_interaction")).orElse(effect.confirmedAt()),
                    times.flatMap(stated -> stated.time("created"))));
        } catch (Refused refused) {
            refused.faults().forEach(fault -> fault(line, fault.at() + ": " + fault.message()));
        } catch (JacksonException e) {
            fault(line, "expected a JSON object, but got " + e.getOriginalMessage());
        }
        return Optional.empty();
    }

    private void fault(int number, String what) {
        faults.add("line " + number + ": " + what);
    }

    private void convert(Numbered record) {
        Effect effect = record.effect();
        Optional<OutcomeClass> outcome = effect.registered();
        if (outcome.isEmpty()) {
            fault(record.line(), "expected a registered outcome class, but got \"" + effect.outcomeClass() + "\"");
            return;
        }
        if (outcome.get() != OutcomeClass.REOPENED) {
            claim(effect, record.last(), record.created());
        }
        observed(record, outcome.get());
    }

    private void observed(Numbered record, OutcomeClass outcome) {
        Effect effect = record.effect();
        switch (outcome) {
            case RESOLVED -> evidence(effect, effect.effectId(), EvidenceKind.CONFIRMED, effect.confirmedAt());
            case ASSUMED_RESOLVED -> {} // silence is what nobody says
            case ESCALATED -> evidence(effect, effect.effectId(), EvidenceKind.HANDOFF, record.last());
            case ABANDONED -> evidence(effect, effect.effectId(), EvidenceKind.ABANDONED, record.last());
            case REOPENED ->
                effect.reversalOf()
                        .filter(sessions::containsKey)
                        .ifPresentOrElse(
                                taken -> evidence(effect, taken, EvidenceKind.REOPENED, effect.confirmedAt()),
                                () -> fault(record.line(), "expected reversal_of to name an effect of this file"));
        }
    }

    private void claim(Effect effect, Instant at, Optional<Instant> created) {
        Map<String, Object> members = members("claim", effect.effectId(), session(effect));
        members.put("outcomeType", OutcomeType.SUPPORT_RESOLUTION.value());
        members.put("occurredAt", at.toString());
        created.ifPresent(start -> members.put("sessionStartedAt", start.toString()));
        members.put("account", "unknown");
        members.put("channel", "unknown");
        members.put("workflowType", "unknown");
        members.put("facts", Map.of());
        lines.add(ExportedLine.of(at, effect.effectId(), members));
    }

    private void evidence(Effect effect, String claim, EvidenceKind kind, Instant at) {
        String id = effect.effectId() + "-" + kind.wireName();
        Map<String, Object> members = members("evidence", id, Objects.requireNonNull(sessions.get(claim)));
        members.put("claim", named(claim));
        members.put("kind", kind.wireName());
        members.put("grade", grade(effect).name().toLowerCase(Locale.ROOT));
        members.put("occurredAt", at.toString());
        lines.add(ExportedLine.of(at, id, members));
    }

    /** Who observed it is unknown: then it has the standing of the vendor's own word, and no more. */
    private static EvidenceGrade grade(Effect effect) {
        return effect.grade().orElse(EvidenceGrade.SELF_ATTESTED);
    }

    private Map<String, Object> named(String claim) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("source", source);
        members.put("id", claim);
        return members;
    }

    /** Effects of one operation are one session; an effect without one is a session of its own. */
    private static String session(Effect effect) {
        return effect.operationId().orElse(effect.effectId());
    }

    private Map<String, Object> members(String type, String id, String session) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type);
        members.put("source", source);
        members.put("id", id);
        members.put("customer", customer.value());
        members.put("session", session);
        return members;
    }
}
