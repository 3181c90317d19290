package io.adjudicator.console;

import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.WorkCase;
import io.adjudicator.console.Shown.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What happened in a case, in words that people use. */
@Component
class CaseTimeline {

    /** Details that the line says already, or that only programs need. */
    private static final Set<String> UNSAID = Set.of("text", "task", "round");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+(_[A-Za-z]+)+");

    private final Cases cases;

    CaseTimeline(Cases cases) {
        this.cases = cases;
    }

    /** One line of what happened. */
    record EventRow(Moment at, String who, String what, String text, List<WhyPage.Entry> details) {}

    List<EventRow> of(WorkCase work, SignedIn visitor, ZoneId zone) {
        return cases.timeline(work.id()).stream()
                // who of the vendor has which task is no customer's business
                .filter(event -> visitor.boundTo().isEmpty() || !event.what().startsWith("task_"))
                .map(event -> new EventRow(
                        Shown.second(event.at(), zone),
                        event.actorName(),
                        Shown.sentence(event.what()),
                        event.text(),
                        details(work, event, zone)))
                .toList();
    }

    private static List<WhyPage.Entry> details(WorkCase work, CaseEvent event, ZoneId zone) {
        return event.details().entrySet().stream()
                .filter(detail -> !UNSAID.contains(detail.getKey()))
                .filter(detail -> !work.subject().startsWith(detail.getValue() + ":"))
                .filter(detail -> !detail.getValue().equals(event.actor()))
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> new WhyPage.Entry(Shown.camelWords(detail.getKey()), said(detail.getValue(), zone)))
                .toList();
    }

    /** An instant in the customer's zone, a word of the system as words, a person by name, anything else as it is. */
    private static String said(String value, ZoneId zone) {
        if (WORD.matcher(value).matches()) {
            return Shown.words(value);
        }
        try {
            return Shown.minute(Instant.parse(value), zone).text();
        } catch (DateTimeParseException _) {
            return Shown.actor(value);
        }
    }
}
