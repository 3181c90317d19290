package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Claims;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.Tasks;
import io.adjudicator.casework.WorkCase;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.contract.Contracts;
import io.adjudicator.credit.CreditReview;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.Disputed;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.ErrorRate;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.review.FlaggedOutcome;
import io.adjudicator.review.Reviews;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a case into a page. */
@Component
class CaseScreen {

    private final CaseTimeline timeline;
    private final Tasks tasks;
    private final Claims claims;
    private final Reviews reviews;
    private final Disputes disputes;
    private final CreditReviews credits;
    private final Contracts contracts;
    private final WhyPage why;
    private final TermWords words;
    private final Zones zones;

    CaseScreen(
            CaseTimeline timeline,
            Tasks tasks,
            Claims claims,
            Reviews reviews,
            Disputes disputes,
            CreditReviews credits,
            Contracts contracts,
            WhyPage why,
            TermWords words,
            Zones zones) {
        this.timeline = timeline;
        this.tasks = tasks;
        this.claims = claims;
        this.reviews = reviews;
        this.disputes = disputes;
        this.credits = credits;
        this.contracts = contracts;
        this.why = why;
        this.words = words;
        this.zones = zones;
    }

    /** What an answer does, or would do, to one outcome. */
    record EffectRow(String outcomeId, String before, String after, String charged, String unit) {

        static EffectRow of(Effect effect) {
            return new EffectRow(
                    effect.outcomeId(),
                    effect.verdictBefore(),
                    effect.verdictAfter(),
                    Shown.number(effect.charged()),
                    effect.charged().unit().code());
        }

        /** What all of them come to, one for each unit that moves. */
        static List<String> sums(List<Effect> effects) {
            return effects.stream()
                    .map(Effect::charged)
                    .collect(Collectors.groupingBy(
                            Amount::unit,
                            () -> new TreeMap<>(Comparator.comparing(Unit::code)),
                            Collectors.reducing(Amount::plus)))
                    .values()
                    .stream()
                    .flatMap(Optional::stream)
                    .filter(sum -> sum.number().signum() != 0)
                    .map(Shown::money)
                    .toList();
        }

        public String shortId() {
            return Shown.shortId(outcomeId);
        }
    }

    /** One outcome that is disputed. */
    record DisputedRow(String outcomeId, String verdict, String amount, String unit) {

        static DisputedRow of(Disputed one) {
            return new DisputedRow(
                    one.outcomeId(),
                    one.verdict(),
                    Shown.number(one.amount()),
                    one.amount().unit().code());
        }

        public String shortId() {
            return Shown.shortId(outcomeId);
        }
    }

    /** What was brought to a dispute. */
    record SubmissionRow(int number, String outcomeId, String what, String note, String link, String by, Moment at) {}

    /** What a reviewer answered. */
    record AnswerRow(int round, String answer, String reason, String by, Moment at) {}

    /** What finance said. */
    record ApprovalRow(int step, String said, String reason, String by, Moment at) {}

    void fill(WorkCase work, SignedIn visitor, Model model) {
        contracts.refresh();
        ZoneId zone = zones.of(work.customer());
        List<Task> asked = tasks.ofCase(work.id());
        model.addAttribute("caseId", work.id().value());
        model.addAttribute("kind", work.kind().wireName());
        model.addAttribute("kindWords", Shown.sentence(work.kind().wireName()));
        model.addAttribute("customer", work.customer().value());
        model.addAttribute("subject", work.subject());
        model.addAttribute("openedAt", Shown.minute(work.openedAt(), zone));
        model.addAttribute(
                "closedAt", work.closedAt().map(at -> Shown.minute(at, zone)).orElse(null));
        model.addAttribute("closedAs", work.outcome().map(Shown::words).orElse(""));
        model.addAttribute("parent", work.parent().map(id -> id.value()).orElse(""));
        model.addAttribute(
                "tasks",
                asked.stream().map(task -> TaskRow.of(task, visitor, zone)).toList());
        Optional<Task> open = asked.stream().filter(Task::open).findFirst();
        model.addAttribute(
                "task", open.map(task -> TaskRow.of(task, visitor, zone)).orElse(null));
        model.addAttribute(
                "hasPart",
                open.filter(task -> tasks.hasPart(task, visitor.actor().id())).isPresent());
        model.addAttribute("lead", visitor.is(Role.LEAD));
        model.addAttribute("ours", visitor.boundTo().isEmpty());
        model.addAttribute("mayAsk", QueuePages.works(visitor));
        model.addAttribute("timeline", timeline.of(work, visitor, zone));
        model.addAttribute("active", open.map(task -> task.kind().wireName()).orElse(""));
        switch (work.kind()) {
            case CLAIM_REVIEW -> flagged(reviews.find(work.id()).orElseThrow(), model);
            case DISPUTE -> dispute(disputes.find(work.id()).orElseThrow(), visitor, zone, model);
            case CREDIT_REVIEW -> credit(credits.find(work.id()).orElseThrow(), zone, model);
        }
    }

    private void flagged(FlaggedOutcome flagged, Model model) {
        model.addAttribute("whyFlagged", Shown.words(flagged.why()));
        model.addAttribute(
                "caseState", flagged.open() ? "open" : flagged.decided().isPresent() ? "decided" : "withdrawn");
        outcome(flagged.outcomeId(), model);
    }

    private void dispute(Dispute dispute, SignedIn visitor, ZoneId zone, Model model) {
        model.addAttribute("dispute", dispute);
        model.addAttribute("caseState", Shown.words(dispute.standing().state().name()));
        model.addAttribute("disputeReason", Shown.words(dispute.reason()));
        model.addAttribute("raisedBy", dispute.raisedByName());
        model.addAttribute("dueAt", Shown.minute(dispute.standing().dueAt(), zone));
        model.addAttribute(
                "waitUntil",
                dispute.standing().waitUntil().map(at -> Shown.minute(at, zone)).orElse(null));
        model.addAttribute(
                "creditCase", dispute.standing().credit().map(id -> id.value()).orElse(""));
        model.addAttribute("settled", dispute.standing().state().settled());
        model.addAttribute(
                "outcomes", dispute.outcomes().stream().map(DisputedRow::of).toList());
        model.addAttribute(
                "submissions",
                dispute.evidence().stream()
                        .map(one -> new SubmissionRow(
                                one.number(),
                                one.outcomeId(),
                                one.brought()
                                        .map(evidence ->
                                                Shown.words(evidence.kind().wireName()))
                                        .orElse(one.evidenceId().isPresent() ? "a record on file" : "a note"),
                                one.note().orElse(""),
                                one.sourceLink().map(WhyPage::link).orElse(""),
                                one.addedByName(),
                                Shown.minute(one.addedAt(), zone)))
                        .toList());
        model.addAttribute(
                "answers",
                dispute.answers().stream()
                        .map(one -> new AnswerRow(
                                one.round(),
                                Shown.words(one.answer().getClass().getSimpleName()),
                                one.answer().reason(),
                                one.byName(),
                                Shown.minute(one.at(), zone)))
                        .toList());
        model.addAttribute(
                "effects", dispute.effects().stream().map(EffectRow::of).toList());
        model.addAttribute(
                "errorRate", dispute.errorRate().map(CaseScreen::rate).orElse(""));
        model.addAttribute("evidenceKinds", EvidenceKind.values());
        model.addAttribute(
                "mayWithdraw",
                visitor.boundTo().isPresent()
                        || dispute.raisedBy().equals(visitor.actor().id()));
        if (dispute.outcomes().size() == 1) {
            outcome(dispute.outcomes().getFirst().outcomeId(), model);
        } else {
            model.addAttribute("split", SplitForm.of(disputes.traits(dispute.id()), Act.typedBefore(model), zone));
        }
    }

    private void credit(CreditReview credit, ZoneId zone, Model model) {
        model.addAttribute("caseState", Shown.words(credit.state().name()));
        model.addAttribute("creditAmount", Shown.money(credit.amount()));
        model.addAttribute("creditKind", Shown.words(credit.kind().name()));
        model.addAttribute("creditReason", credit.reason());
        model.addAttribute("requestedBy", credit.requestedByName());
        model.addAttribute("requestedAt", Shown.minute(credit.requestedAt(), zone));
        model.addAttribute("approvalsNeeded", credit.approvalsNeeded());
        model.addAttribute(
                "creditParties",
                credit.parties().stream().map(Shown::actor).sorted().toList());
        model.addAttribute(
                "creditDispute", credit.dispute().map(id -> id.value()).orElse(""));
        model.addAttribute(
                "approvals",
                credit.approvals().stream()
                        .map(one -> new ApprovalRow(
                                one.step(),
                                one.approved() ? "approved" : "rejected",
                                one.reason(),
                                one.byName(),
                                Shown.minute(one.at(), zone)))
                        .toList());
        credit.dispute()
                .flatMap(disputes::find)
                .ifPresent(dispute -> model.addAttribute(
                        "outcomes",
                        dispute.outcomes().stream().map(DisputedRow::of).toList()));
    }

    private void outcome(String outcomeId, Model model) {
        claims.dossier(outcomeId).ifPresent(found -> {
            why.fill(found, model);
            words.fill(found.claim().claim(), model);
        });
    }

    private static String rate(ErrorRate rate) {
        return rate.wrong() + " of " + rate.decided() + " were wrong: " + percent(rate.rate())
                + ", at 95 % confidence between " + percent(rate.low()) + " and " + percent(rate.high()) + ".";
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
