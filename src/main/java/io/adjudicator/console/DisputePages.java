package io.adjudicator.console;

import io.adjudicator.casework.CaseId;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.DisputeFilter;
import io.adjudicator.dispute.DisputePlace;
import io.adjudicator.dispute.DisputeState;
import io.adjudicator.dispute.DisputeSummary;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.NewEvidence;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Objections: where each stands, bringing evidence, and withdrawing one. */
@Controller
class DisputePages {

    private static final int PAGE = 50;

    private final Disputes disputes;
    private final Zones zones;

    DisputePages(Disputes disputes, Zones zones) {
        this.disputes = disputes;
        this.zones = zones;
    }

    /** One dispute in the list. */
    record Row(
            String id,
            String customer,
            String selectedBy,
            String reason,
            String state,
            int outcomes,
            Moment raisedAt,
            Moment dueAt,
            boolean settled) {

        static Row of(DisputeSummary dispute, ZoneId zone) {
            return new Row(
                    dispute.id().value(),
                    dispute.customer().value(),
                    Shown.words(dispute.selectedBy()),
                    Shown.words(dispute.reason()),
                    Shown.sentence(dispute.state().name()),
                    dispute.outcomes(),
                    Shown.minute(dispute.raisedAt(), zone),
                    Shown.minute(dispute.dueAt(), zone),
                    dispute.state().settled());
        }
    }

    @GetMapping("/console/disputes")
    String list(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        Optional<CustomerId> customer = asked.given("customer")
                .map(name -> zones.require(name, visitor))
                .or(visitor::boundTo);
        DisputeFilter filter =
                new DisputeFilter(customer, asked.constant("state", DisputeState.class), asked.given("outcome"));
        List<DisputeSummary> found = disputes.list(filter, DisputePlace.START, PAGE);
        model.addAttribute("asked", asked);
        model.addAttribute("customers", zones.visible(visitor));
        model.addAttribute("states", DisputeState.values());
        model.addAttribute("severalCustomers", customer.isEmpty());
        model.addAttribute(
                "rows",
                found.stream().map(one -> Row.of(one, zones.of(one.customer()))).toList());
        model.addAttribute("mayRaise", RaisingPages.mayRaise(visitor));
        return "console/disputes";
    }

    @PostMapping("/console/cases/{caseId}/evidence")
    String evidence(
            @PathVariable String caseId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        Dispute dispute = theirs(TaskVersions.caseId(caseId), visitor);
        return Act.of("/console/cases/" + dispute.id(), form, flash, () -> {
            List<NewEvidence> brought = DisputeForms.brought(form, zones.of(dispute.customer()));
            if (brought.isEmpty()) {
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "missing_field",
                        "/note",
                        "expected a note, a link or an observation");
            }
            disputes.addEvidence(dispute.id(), brought.getFirst(), visitor.actor());
            return "It was added.";
        });
    }

    @PostMapping("/console/cases/{caseId}/withdrawal")
    String withdraw(
            @PathVariable String caseId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        Dispute dispute = theirs(TaskVersions.caseId(caseId), visitor);
        return Act.of("/console/cases/" + dispute.id(), form, flash, () -> {
            disputes.withdraw(dispute.id(), Act.required(form, "reason", "why you withdraw it"), visitor.actor());
            return "It was withdrawn.";
        });
    }

    private Dispute theirs(CaseId id, SignedIn visitor) {
        return disputes.find(id)
                .filter(found -> visitor.maySee(found.customer()))
                .orElseThrow(() ->
                        new Refused(Refused.Kind.NOT_FOUND, "unknown_dispute", "", "There is no dispute " + id + "."));
    }
}
