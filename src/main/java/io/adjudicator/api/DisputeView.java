package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.dispute.Answered;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.DisputeState;
import io.adjudicator.dispute.Disputed;
import io.adjudicator.dispute.Drawn;
import io.adjudicator.dispute.ErrorRate;
import io.adjudicator.dispute.Submission;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A dispute with everything that happened in it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Dispute", description = "A dispute with everything that happened in it.")
record DisputeView(
        String id,
        String customer,
        String reference,
        String selectedBy,
        Map<String, Object> selection,
        String reason,
        String text,
        String raisedBy,
        Instant raisedAt,
        DisputeState state,
        int round,
        Instant dueAt,
        Optional<Instant> waitUntil,
        Optional<String> creditReview,
        List<Outcome> outcomes,
        List<Brought> evidence,
        List<Said> answers,
        List<EffectView> effects,
        Optional<Sample> sample,
        List<Event> timeline) {

    /** A decision that is disputed. */
    @Schema(name = "DisputedOutcome")
    record Outcome(String outcomeId, int number, String verdict, String amount, String unit) {

        static Outcome of(Disputed disputed) {
            return new Outcome(
                    disputed.outcomeId(),
                    disputed.number(),
                    disputed.verdict(),
                    disputed.amount().plain(),
                    disputed.amount().unit().code());
        }
    }

    /** Something that was brought; a record has evidenceId, what it observed and when. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "DisputeEvidence")
    record Brought(
            String outcomeId,
            Optional<String> evidenceId,
            Optional<String> kind,
            Optional<String> grade,
            Optional<Instant> occurredAt,
            Optional<String> note,
            Optional<String> sourceLink,
            String addedBy,
            Instant addedAt) {

        static Brought of(Submission submission) {
            return new Brought(
                    submission.outcomeId(),
                    submission.evidenceId(),
                    submission.brought().map(record -> record.kind().wireName()),
                    submission.brought().map(record -> record.grade().name().toLowerCase(Locale.ROOT)),
                    submission.brought().map(record -> record.occurredAt()),
                    submission.note(),
                    submission.sourceLink(),
                    submission.addedByName(),
                    submission.addedAt());
        }
    }

    /** What a reviewer said. */
    @Schema(name = "DisputeAnswer")
    record Said(int round, String answer, String reason, Map<String, Object> detail, String by, Instant at) {

        static Said of(Answered answered) {
            return new Said(
                    answered.round(),
                    answered.word(),
                    answered.answer().reason(),
                    answered.detail(),
                    answered.byName(),
                    answered.at());
        }
    }

    /**
     * How a sample was drawn, and what it says once it is decided. It applies to its own outcomes alone; what the rate would come to for
     * the population is for people to weigh.
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "DisputeSample")
    record Sample(String seed, int population, String charged, String unit, Optional<Rate> errorRate) {

        /** At 95 % confidence; amounts are the fraction of what the population was charged. */
        @Schema(name = "ErrorRate")
        record Rate(
                int decided,
                int wrong,
                String rate,
                String low,
                String high,
                String chargedAtRate,
                String chargedAtLow,
                String chargedAtHigh) {

            static Rate of(ErrorRate rate, Drawn drawn) {
                return new Rate(
                        rate.decided(),
                        rate.wrong(),
                        rate.rate().toPlainString(),
                        rate.low().toPlainString(),
                        rate.high().toPlainString(),
                        drawn.charged().times(rate.rate()).plain(),
                        drawn.charged().times(rate.low()).plain(),
                        drawn.charged().times(rate.high()).plain());
            }
        }

        static Sample of(Drawn drawn, Optional<ErrorRate> rate) {
            return new Sample(
                    drawn.seed(),
                    drawn.population(),
                    drawn.charged().plain(),
                    drawn.charged().unit().code(),
                    rate.map(one -> Rate.of(one, drawn)));
        }
    }

    /** One thing that happened, by name of who did it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "DisputeEvent")
    record Event(Instant at, String by, String what, String text, Map<String, String> details) {

        static Event of(CaseEvent event) {
            return new Event(event.at(), event.actorName(), event.what(), event.text(), event.details());
        }
    }

    static DisputeView of(Dispute dispute, List<CaseEvent> timeline) {
        return new DisputeView(
                dispute.id().value(),
                dispute.customer().value(),
                dispute.reference(),
                dispute.selectedBy(),
                dispute.selection(),
                dispute.reason(),
                dispute.statement(),
                dispute.raisedByName(),
                dispute.raisedAt(),
                dispute.standing().state(),
                dispute.standing().round(),
                dispute.standing().dueAt(),
                dispute.standing().waitUntil(),
                dispute.standing().credit().map(credit -> credit.value()),
                dispute.outcomes().stream().map(Outcome::of).toList(),
                dispute.evidence().stream().map(Brought::of).toList(),
                dispute.answers().stream().map(Said::of).toList(),
                dispute.effects().stream().map(EffectView::of).toList(),
                dispute.drawn().map(drawn -> Sample.of(drawn, dispute.errorRate())),
                timeline.stream().map(Event::of).toList());
    }
}
