package io.adjudicator.console;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.notice.NewWebhook;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a webhook. */
@Controller
class WebhookForms {

    private static final String FORM = "/console/webhooks/new";
    private static final int LONGEST_DESCRIPTION = 200;

    /** Flash attributes: a secret is shown on the page after the one that made it, and on no other. */
    static final String SECRET = "secret";

    private static final String FAULTS = "faults";
    private static final String EVENTS = "events";

    private final Webhooks webhooks;
    private final Zones zones;

    WebhookForms(Webhooks webhooks, Zones zones) {
        this.webhooks = webhooks;
        this.zones = zones;
    }

    /** An event that can be chosen, and when it is told. */
    record Choice(String name, String when) {

        static Choice of(NoticeType type) {
            return new Choice(
                    type.wireName(),
                    switch (type) {
                        case DECISION_ISSUED -> "an outcome was decided for the first time";
                        case DECISION_SUPERSEDED -> "a further decision took the place of an earlier one";
                        case DISPUTE_CHANGED -> "a dispute was raised, moved or ended";
                        case TASK_OVERDUE -> "somebody has not decided in time; for webhooks of our own alone";
                        case STATEMENT_CLOSED -> "a month was closed";
                        case WEBHOOK_TEST ->
                            throw new IllegalStateException("expected an event to choose, but got " + type);
                    });
        }
    }

    @GetMapping(FORM)
    String form(HttpServletRequest request, SignedIn visitor, Model model) {
        boolean ours = visitor.boundTo().isEmpty();
        model.addAttribute("asked", new Asked(request));
        model.addAttribute("ours", ours);
        model.addAttribute("customers", zones.visible(visitor));
        model.addAttribute(
                "choices",
                NoticeType.toChoose().stream()
                        .filter(type -> ours || type.forCustomers())
                        .map(Choice::of)
                        .toList());
        model.asMap().putIfAbsent(FAULTS, Map.of());
        model.asMap().putIfAbsent(EVENTS, List.of());
        return "console/webhook-new";
    }

    @PostMapping("/console/webhooks")
    String create(@RequestParam MultiValueMap<String, String> form, SignedIn visitor, RedirectAttributes flash) {
        try {
            Webhooks.Secured made = webhooks.create(asked(form, visitor), visitor.actor());
            flash.addFlashAttribute(Act.DONE, "The webhook is made. Send a test once its receiver knows the secret.");
            flash.addFlashAttribute(SECRET, made.secret());
            return "redirect:" + WebhookPages.address(made.webhook());
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_FOUND) {
                throw refused;
            }
            flash.addFlashAttribute(FAULTS, atFields(refused));
            flash.addFlashAttribute(Act.TYPED, Act.typed(form));
            flash.addFlashAttribute(EVENTS, List.copyOf(form.getOrDefault(EVENTS, List.of())));
            return "redirect:" + FORM;
        }
    }

    private NewWebhook asked(MultiValueMap<String, String> form, SignedIn visitor) {
        Optional<CustomerId> customer =
                visitor.boundTo().or(() -> Act.given(form, "customer").map(name -> zones.require(name, visitor)));
        String description = Act.text(form, "description");
        if (description.length() > LONGEST_DESCRIPTION || description.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "bad_form",
                    "/description",
                    "expected one line of at most " + LONGEST_DESCRIPTION + " characters");
        }
        return new NewWebhook(customer, Act.text(form, "url"), events(form), description);
    }

    private static List<NoticeType> events(MultiValueMap<String, String> form) {
        List<String> names = form.getOrDefault(EVENTS, List.of());
        return NoticeType.toChoose().stream()
                .filter(type -> names.contains(type.wireName()))
                .toList();
    }

    /** What is wrong, by the name of the field; what concerns none of them under the empty name. */
    private static Map<String, String> atFields(Refused refused) {
        return refused.faults().stream()
                .collect(Collectors.toMap(
                        fault -> fault.at().replaceFirst("^/", ""),
                        WebhookForms::sentence,
                        (one, other) -> one + " " + other));
    }

    /** What the API says in a few words, for somebody who has the field before them. */
    private static String sentence(Fault fault) {
        return switch (fault.code()) {
            case "bad_webhook_url" ->
                "Notices go by https alone: the address begins with https://, and has no user, password or # in it.";
            case "no_public_address" ->
                "Nothing is sent there: the name is unknown, or leads into a network that is not public.";
            case "webhook_exists" -> "There is a webhook for this address already. Use that one, or disable it first.";
            case "missing_field" -> "Choose at least one event.";
            case "event_not_for_customers" ->
                "A customer is not told of overdue tasks; leave that out, or make a webhook of our own.";
            default -> Act.sentence(fault.message());
        };
    }
}
