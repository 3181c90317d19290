package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.Claims;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.NewDispute;
import io.adjudicator.dispute.Selection;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Raising a dispute: by a customer's own people, or by a reviewer for either side. Of a filter it is shown first what it hits. */
@Controller
class RaisingPages {

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

    RaisingPages(Disputes disputes, Claims claims, Zones zones) {
        this.disputes = disputes;
        this.claims = claims;
        this.zones = zones;
    }

    static boolean mayRaise(SignedIn visitor) {
        return visitor.boundTo().isPresent() || visitor.is(Role.REVIEWER) || visitor.is(Role.LEAD);
    }

    /** The form: for one outcome, for all that fit a filter, or for a random sample of a month. */
    @GetMapping(DisputeForms.FORM)
    String form(
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            SignedIn visitor,
            Model model) {
        Asked asked = new Asked(request);
        Optional<ClaimDossier> dossier = asked.given("outcome").map(id -> theirs(id, visitor));
        List<CustomerId> customers = zones.visible(visitor);
        Optional<CustomerId> customer = dossier.map(
                        found -> found.claim().claim().customer())
                .or(() -> asked.given("customer").map(name -> zones.require(name, visitor)))
                .or(() -> customers.size() == 1 ? customers.stream().findFirst() : Optional.empty());
        boolean byFilter = DisputeForms.byFilter(form);
        model.addAttribute("asked", asked);
        model.addAttribute("customers", customers);
        model.addAttribute("customer", customer.map(CustomerId::value).orElse(""));
        model.addAttribute("ours", visitor.boundTo().isEmpty());
        model.addAttribute(
                "outcomeId",
                dossier.map(found -> found.claim().claim().outcomeId()).orElse(""));
        model.addAttribute("state", dossier.map(found -> found.state().name()).orElse(""));
        model.addAttribute("reference", references.next());
        model.addAttribute("reasons", REASONS);
        model.addAttribute("evidenceKinds", EvidenceKind.values());
        model.addAttribute("verdicts", DisputeForms.VERDICTS);
        model.addAttribute("by", byFilter ? DisputeForms.FILTER : "");
        customer.ifPresent(of -> ofCustomer(of, form, model));
        return byFilter ? "console/dispute-filter" : "console/dispute-new";
    }

    private void ofCustomer(CustomerId customer, MultiValueMap<String, String> form, Model model) {
        ZoneId zone = zones.of(customer);
        model.addAttribute("month", zones.month(customer).minusMonths(1).toString());
        model.addAttribute("zone", zone.getId());
        model.addAttribute("types", types(customer));
        if (!DisputeForms.byFilter(form) || Act.given(form, "from").isEmpty()) {
            return;
        }
        try {
            Selection filter = DisputeForms.selection(form, zone);
            model.addAttribute("preview", PreviewShown.of(disputes.preview(customer, filter)));
            model.addAttribute("given", DisputeForms.givenOf(form));
        } catch (Refused refused) {
            model.addAttribute(Act.REFUSED, Act.messages(refused));
        }
    }

    @PostMapping("/console/disputes")
    String raise(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        CustomerId customer = visitor.boundTo().orElseGet(() -> zones.require(Act.text(form, "customer"), visitor));
        try {
            NewDispute asked = DisputeForms.dispute(form, customer, zones.of(customer));
            Disputes.Raised raised = disputes.raise(asked, DisputeForms.expected(form), visitor.actor());
            flash.addFlashAttribute(
                    Act.DONE, raised.first() ? "The dispute was raised." : "It was raised before; this is it.");
            return "redirect:/console/cases/" + raised.dispute().id();
        } catch (Refused refused) {
            flash.addFlashAttribute(Act.REFUSED, Act.messages(refused));
            flash.addFlashAttribute(Act.TYPED, Act.typed(form));
            return "redirect:" + DisputeForms.address(form);
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
}
