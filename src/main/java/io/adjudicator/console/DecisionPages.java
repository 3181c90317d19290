package io.adjudicator.console;

import io.adjudicator.adjudication.Claims;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.console.CaseScreen.EffectRow;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.dispute.Answer;
import io.adjudicator.dispute.DisputeDesk;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.Traits;
import io.adjudicator.kernel.Refused;
import io.adjudicator.review.Finding;
import io.adjudicator.review.Reviews;
import io.adjudicator.review.TaskVersion;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people decide: one case, or like cases alike, with a look at what would follow before it does. */
@Controller
class DecisionPages {

    private final Tasks tasks;
    private final Reviews reviews;
    private final DisputeDesk desk;
    private final Disputes disputes;
    private final CreditReviews credits;
    private final Claims claims;
    private final TermWords words;
    private final Zones zones;

    DecisionPages(
            Tasks tasks,
            Reviews reviews,
            DisputeDesk desk,
            Disputes disputes,
            CreditReviews credits,
            Claims claims,
            TermWords words,
            Zones zones) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.desk = desk;
        this.disputes = disputes;
        this.credits = credits;
        this.claims = claims;
        this.words = words;
        this.zones = zones;
    }

    /** Several tasks of one kind before one form. */
    @GetMapping("/console/tasks/together")
    String together(@RequestParam MultiValueMap<String, String> asked, SignedIn visitor, Model model) {
        fill(asked, visitor, model);
        return "console/together";
    }

    /** What a finding on flagged outcomes would do; nothing is done. */
    @PostMapping("/console/decisions/verdict/preview")
    String previewVerdict(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, Model model) {
        return preview(form, visitor, model, (seen, typed) -> reviews.preview(seen, finding(typed), visitor.actor()));
    }

    @PostMapping("/console/decisions/verdict")
    String verdict(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        return Act.of(back(form), form, flash, () -> {
            List<Effect> effects = reviews.decide(TaskVersions.of(form), finding(form), visitor.actor());
            return effects.size() == 1 ? "Decided." : effects.size() + " outcomes decided.";
        });
    }

    /** What an answer to disputes would do; nothing is done. */
    @PostMapping("/console/decisions/answer/preview")
    String previewAnswer(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, Model model) {
        return preview(form, visitor, model, (seen, typed) -> desk.preview(seen, answer(typed), visitor.actor()));
    }

    @PostMapping("/console/decisions/answer")
    String answer(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        return Act.of(back(form), form, flash, () -> {
            int answered = desk.answer(TaskVersions.of(form), answer(form), visitor.actor())
                    .size();
            return answered == 1 ? "Answered. What follows is being done." : answered + " disputes answered.";
        });
    }

    @PostMapping("/console/decisions/approval")
    String approval(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        return Act.of(back(form), form, flash, () -> {
            boolean approved =
                    Act.required(form, "approved", "approve or reject").equals("true");
            String reason = DecisionForms.notTooLong(
                    approved ? Act.text(form, "reason") : Act.required(form, "reason", "a reason for rejecting"));
            TaskVersion seen = TaskVersions.of(form).getFirst();
            credits.decide(
                    seen.id(), seen.version(), approved, reason.isEmpty() ? "approved" : reason, visitor.actor());
            return approved ? "Approved." : "Rejected; the reviewer is asked again.";
        });
    }

    private Finding finding(MultiValueMap<String, String> form) {
        return DecisionForms.finding(form);
    }

    private Answer answer(MultiValueMap<String, String> form) {
        List<Task> asked = found(form);
        return DecisionForms.answer(
                form,
                asked.isEmpty() ? ZoneOffset.UTC : zones.of(asked.getFirst().customer()),
                asked.size() == 1 ? disputes.traits(asked.getFirst().caseId()) : List.of());
    }

    private String preview(
            MultiValueMap<String, String> form,
            SignedIn visitor,
            Model model,
            BiFunction<List<TaskVersion>, MultiValueMap<String, String>, List<Effect>> ask) {
        fill(form, visitor, model);
        model.addAttribute(Act.TYPED, Act.typed(form));
        try {
            List<Effect> effects = ask.apply(TaskVersions.of(form), form);
            model.addAttribute("effects", effects.stream().map(EffectRow::of).toList());
            model.addAttribute("sums", EffectRow.sums(effects));
        } catch (Refused refused) {
            model.addAttribute(Act.REFUSED, Act.messages(refused));
        }
        return "console/together";
    }

    private void fill(MultiValueMap<String, String> form, SignedIn visitor, Model model) {
        List<Task> asked = found(form);
        if (asked.isEmpty()) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE, "missing_field", "/task", "Choose at least one task in the queue.");
        }
        TaskKind kind = asked.getFirst().kind();
        if (asked.stream().anyMatch(task -> task.kind() != kind)) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "unlike_cases",
                    "/task",
                    "Choose tasks of one kind: they get one decision.");
        }
        model.addAttribute("kind", kind.wireName());
        model.addAttribute(
                "rows",
                asked.stream()
                        .map(task -> TaskRow.of(task, visitor, zones.of(task.customer())))
                        .toList());
        known(asked.getFirst(), kind, model);
        if (kind == TaskKind.REVIEW_DISPUTE && asked.size() == 1) {
            split(asked.getFirst(), form, model);
        }
        model.addAttribute(
                "seen",
                TaskVersions.of(form).stream()
                        .map(one -> one.id() + "@" + one.version())
                        .toList());
    }

    /** Like cases are of one customer and outcome type, so one of them knows the words of all. */
    private void known(Task first, TaskKind kind, Model model) {
        if (kind == TaskKind.DECIDE_FLAGGED_OUTCOME) {
            reviews.find(first.caseId())
                    .flatMap(flagged -> claims.dossier(flagged.outcomeId()))
                    .ifPresent(found -> words.fill(found.claim().claim(), model));
        }
    }

    private void split(Task task, MultiValueMap<String, String> form, Model model) {
        List<Traits> outcomes = disputes.traits(task.caseId());
        if (outcomes.size() > 1) {
            model.addAttribute("split", SplitForm.of(outcomes, form, zones.of(task.customer())));
        }
    }

    private List<Task> found(MultiValueMap<String, String> form) {
        List<Task> found = new ArrayList<>();
        for (TaskVersion seen : TaskVersions.of(form)) {
            found.add(tasks.find(seen.id())
                    .orElseThrow(() -> TaskVersions.unknown(seen.id().value())));
        }
        return found;
    }

    /** One case: its own page. Several: the queue. */
    private static String back(MultiValueMap<String, String> form) {
        List<TaskVersion> seen = TaskVersions.of(form);
        return seen.size() == 1
                ? "/console/cases/" + TaskVersions.caseOf(seen.getFirst().id().value())
                : "/console/tasks";
    }
}
