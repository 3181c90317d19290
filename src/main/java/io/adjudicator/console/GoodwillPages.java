package io.adjudicator.console;

import io.adjudicator.casework.CaseId;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.credit.Goodwill;
import io.adjudicator.credit.NewGoodwill;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a credit that is not owed; who approves it is the contract's to say. */
@Controller
class GoodwillPages {

    private static final String FORM = "/console/credits/new";
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}([.][0-9]{1,12})?");
    private static final int LONGEST_REASON = 500;

    private final Goodwill goodwill;
    private final Disputes disputes;
    private final Zones zones;
    private final References references = new References();

    GoodwillPages(Goodwill goodwill, Disputes disputes, Zones zones) {
        this.goodwill = goodwill;
        this.disputes = disputes;
        this.zones = zones;
    }

    /** The form, in the unit of the contract that is in force for a customer. */
    @GetMapping(FORM)
    String form(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        List<CustomerId> customers = zones.visible(visitor);
        Optional<CustomerId> customer = asked.given("customer")
                .map(name -> zones.require(name, visitor))
                .or(() -> customers.stream().findFirst());
        model.addAttribute("asked", asked);
        model.addAttribute("customers", customers);
        model.addAttribute("customer", customer.map(CustomerId::value).orElse(""));
        model.addAttribute("reference", references.next());
        model.addAttribute("dispute", asked.text("dispute"));
        customer.flatMap(zones::inForce).ifPresent(contract -> limits(contract, model));
        return "console/credit-new";
    }

    @PostMapping("/console/credits")
    String ask(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        CustomerId customer = zones.require(Act.text(form, "customer"), visitor);
        try {
            Goodwill.Requested requested = goodwill.request(asked(customer, form), visitor.actor());
            flash.addFlashAttribute(
                    Act.DONE, requested.first() ? "The credit was asked for." : "It was asked for before; this is it.");
            return "redirect:/console/cases/" + requested.review().id();
        } catch (Refused refused) {
            flash.addFlashAttribute(Act.REFUSED, Act.messages(refused));
            flash.addFlashAttribute(Act.TYPED, Act.typed(form));
            return "redirect:" + FORM + "?customer=" + customer;
        }
    }

    private NewGoodwill asked(CustomerId customer, MultiValueMap<String, String> form) {
        return new NewGoodwill(
                customer,
                reference(Act.required(form, "reference", "a reference")),
                amount(Act.required(form, "amount", "an amount")),
                reason(Act.required(form, "reason", "why it is given")),
                dispute(customer, Act.text(form, "dispute")));
    }

    private static void limits(ContractVersion contract, Model model) {
        model.addAttribute("unit", contract.unit().code());
        model.addAttribute(
                "approvalOver", Shown.money(new Amount(contract.disputes().approvalOver(), contract.unit())));
        model.addAttribute(
                "secondApprovalOver",
                Shown.money(new Amount(contract.disputes().secondApprovalOver(), contract.unit())));
    }

    private static String reference(String text) {
        if (!REFERENCE.matcher(text).matches()) {
            throw refused(
                    "/reference",
                    "expected a reference of at most 100 letters, digits, points, hyphens and underscores");
        }
        return text;
    }

    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw refused("/amount", "expected an amount above 0, such as 12.50, but got " + text);
        }
        return new BigDecimal(text);
    }

    private static String reason(String text) {
        if (text.length() > LONGEST_REASON) {
            throw refused("/reason", "expected a reason of at most " + LONGEST_REASON + " characters");
        }
        return text;
    }

    /** One whose result the credit answers; another customer's is as unknown as one that does not exist. */
    private Optional<CaseId> dispute(CustomerId customer, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CaseId.of(text)
                .flatMap(disputes::find)
                .filter(found -> found.customer().equals(customer))
                .map(Dispute::id)
                .orElseThrow(() -> refused("/dispute", "expected the id of one of the customer's disputes")));
    }

    private static Refused refused(String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, "bad_form", at, message);
    }
}
