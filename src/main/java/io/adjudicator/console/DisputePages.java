package io.adjudicator.console;

import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.Claims;
import io.adjudicator.casework.CaseId;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.DisputeFilter;
import io.adjudicator.dispute.DisputePlace;
import io.adjudicator.dispute.DisputeState;
import io.adjudicator.dispute.DisputeSummary;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.NewDispute;
import io.adjudicator.dispute.NewEvidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Objections: raising one, bringing evidence, withdrawing it, and where each stands. */
@Controller
class DisputePages {

    private static final int PAGE = 50;

    /** Why people object, most usual first; a contract may know other words, which can be typed. */
    private static final List<String> REASONS = List.of(
            "not_resolved",
            "reopened",
            "handed_to_a_person",
            "duplicate",
            "wrong_tier",
            "test_traffic",
            "should_be_billable");

    private final Disputes disputes;
    private final Claims claims;
    private final Zones zones;
    private final References references = new References();

    DisputePages(Disputes disputes, Claims claims, Zones zones) {
        this.disputes = disputes;
        this.claims = claims;
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
        model.addAttribute("mayRaise", visitor.boundTo().isPresent());
        return "console/disputes";
    }

    /** The form: for one outcome, for all that fit a filter, or for a random sample of a month. */
    @GetMapping("/console/disputes/new")
    String form(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        Optional<ClaimDossier> dossier = asked.given("outcome").map(id -> theirs(id, visitor));
        model.addAttribute("asked", asked);
        model.addAttribute(
                "outcomeId",
                dossier.map(found -> found.claim().claim().outcomeId()).orElse(""));
        model.addAttribute("state", dossier.map(found -> found.state().name()).orElse(""));
        model.addAttribute("reference", references.next());
        model.addAttribute("reasons", REASONS);
        model.addAttribute("evidenceKinds", EvidenceKind.values());
        CustomerId customer = customer(visitor);
        model.addAttribute("month", zones.month(customer).minusMonths(1).toString());
        model.addAttribute("zone", zones.of(customer).getId());
        if (!asked.text("by").equals(DisputeForms.FILTER)) {
            return "console/dispute-new";
        }
        model.addAttribute("verdicts", DisputeForms.VERDICTS);
        model.addAttribute("types", types(customer));
        return "console/dispute-filter";
    }

    @PostMapping("/console/disputes")
    String raise(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        CustomerId customer = customer(visitor);
        try {
            NewDispute asked = new NewDispute(
                    customer,
                    Act.required(form, "reference", "a reference"),
                    DisputeForms.selection(form, zones.of(customer)),
                    Act.required(form, "reason", "why you object")
                            .toLowerCase(Locale.ROOT)
                            .replace(' ', '_'),
                    Act.required(form, "statement", "what happened, in your own words"),
                    brought(form, zones.of(customer)));
            Dispute raised = disputes.raise(asked, visitor.actor()).dispute();
            flash.addFlashAttribute(Act.DONE, "Your dispute was raised.");
            return "redirect:/console/cases/" + raised.id();
        } catch (Refused refused) {
            flash.addFlashAttribute(Act.REFUSED, Act.messages(refused));
            flash.addFlashAttribute(Act.TYPED, Act.typed(form));
            return "redirect:" + DisputeForms.address(form);
        }
    }

    @PostMapping("/console/cases/{caseId}/evidence")
    String evidence(
            @PathVariable String caseId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        Dispute dispute = theirs(TaskVersions.caseId(caseId), visitor);
        return Act.of("/console/cases/" + dispute.id(), form, flash, () -> {
            List<NewEvidence> brought = brought(form, zones.of(dispute.customer()));
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

    private static List<NewEvidence> brought(MultiValueMap<String, String> form, ZoneId zone) {
        Optional<String> note = Act.given(form, "note");
        Optional<String> link = Act.given(form, "link");
        Optional<EvidenceKind> kind = Act.given(form, "kind").flatMap(EvidenceKind::ofWireName);
        if (note.isEmpty() && link.isEmpty() && kind.isEmpty()) {
            return List.of();
        }
        return List.of(new NewEvidence(
                Act.given(form, "about"), Optional.empty(), kind, kind.flatMap(any -> when(form, zone)), note, link));
    }

    private static Optional<Instant> when(MultiValueMap<String, String> form, ZoneId zone) {
        try {
            return Act.given(form, "occurred")
                    .map(text -> LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, "bad_form", "/occurred", "expected a day and time");
        }
    }

    private List<String> types(CustomerId customer) {
        return zones.inForce(customer).stream()
                .flatMap(contract -> contract.outcomes().keySet().stream())
                .map(OutcomeType::value)
                .sorted()
                .toList();
    }

    private ClaimDossier theirs(String outcomeId, SignedIn visitor) {
        return claims.dossier(outcomeId)
                .filter(found -> visitor.maySee(found.claim().claim().customer()))
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_outcome", "", "There is no outcome " + outcomeId + "."));
    }

    private Dispute theirs(CaseId id, SignedIn visitor) {
        return disputes.find(id)
                .filter(found -> visitor.maySee(found.customer()))
                .orElseThrow(() ->
                        new Refused(Refused.Kind.NOT_FOUND, "unknown_dispute", "", "There is no dispute " + id + "."));
    }

    private static CustomerId customer(SignedIn visitor) {
        return visitor.boundTo()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "bad_form",
                        "",
                        "Only a customer's own people raise disputes here; others by the API."));
    }
}
