package io.adjudicator.console;

import io.adjudicator.adjudication.ClaimCursor;
import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.ClaimFilter;
import io.adjudicator.adjudication.ClaimState;
import io.adjudicator.adjudication.ClaimSummary;
import io.adjudicator.adjudication.Claims;
import io.adjudicator.adjudication.Decisions;
import io.adjudicator.adjudication.Replay;
import io.adjudicator.adjudication.StoredDecision;
import io.adjudicator.dispute.DisputeFilter;
import io.adjudicator.dispute.DisputePlace;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.review.Reviews;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Outcomes: the list with its filters, and one of them with all that explains it. */
@Controller
class OutcomePages {

    private static final int PAGE = 50;

    private final Claims claims;
    private final Decisions decisions;
    private final WhyPage why;
    private final Disputes disputes;
    private final Reviews reviews;
    private final Zones zones;

    OutcomePages(Claims claims, Decisions decisions, WhyPage why, Disputes disputes, Reviews reviews, Zones zones) {
        this.claims = claims;
        this.decisions = decisions;
        this.why = why;
        this.disputes = disputes;
        this.reviews = reviews;
        this.zones = zones;
    }

    @GetMapping("/console/outcomes")
    String list(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        List<CustomerId> customers = zones.visible(visitor);
        Optional<CustomerId> customer = asked.given("customer")
                .map(name -> zones.require(name, visitor))
                .or(visitor::boundTo);
        ZoneId zone = customer.map(zones::of).orElse(ZoneOffset.UTC);
        ClaimFilter filter = new ClaimFilter(
                customer,
                asked.constant("state", ClaimState.class),
                asked.given("reason"),
                asked.one("from", day(zone, 0), "a day, such as 2026-07-01"),
                asked.one("to", day(zone, 1), "a day, such as 2026-07-31"));
        ClaimCursor after =
                asked.one("cursor", Place::read, "a place in this list").orElse(ClaimCursor.START);
        List<ClaimSummary> found = asked.faults().isEmpty() ? claims.list(filter, after, PAGE + 1) : List.of();
        boolean more = found.size() > PAGE;
        List<ClaimSummary> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("asked", asked);
        model.addAttribute("customers", customers);
        model.addAttribute("severalCustomers", customer.isEmpty());
        model.addAttribute("states", ClaimState.values());
        model.addAttribute("zone", zone.getId());
        model.addAttribute(
                "rows", page.stream().map(claim -> OutcomeRow.of(claim, zones)).toList());
        model.addAttribute(
                "next", more ? asked.with("cursor", Place.write(page.getLast().cursor())) : "");
        model.addAttribute("first", after.equals(ClaimCursor.START) ? "" : asked.with("cursor", ""));
        return "console/outcomes";
    }

    @GetMapping("/console/outcomes/{outcomeId}")
    String one(@PathVariable String outcomeId, SignedIn visitor, Model model) {
        ClaimDossier dossier = dossier(outcomeId, visitor);
        why.fill(dossier, model);
        model.addAttribute(
                "mayDispute",
                RaisingPages.mayRaise(visitor)
                        && dossier.state() != ClaimState.OPEN
                        && dossier.state() != ClaimState.NEEDS_REVIEW);
        model.addAttribute("caseLinks", cases(outcomeId, visitor));
        return "console/outcome";
    }

    /** Judges the decision that stands again, from what was stored with it, and compares byte for byte. */
    @GetMapping("/console/outcomes/{outcomeId}/replay")
    String replay(@PathVariable String outcomeId, SignedIn visitor, Model model) {
        ClaimDossier dossier = dossier(outcomeId, visitor);
        List<StoredDecision> made = dossier.decisions();
        if (made.isEmpty()) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_decision",
                    "",
                    "This outcome is not decided yet, so there is nothing to replay.");
        }
        Replay replay = decisions.replay(made.getLast());
        model.addAttribute("outcomeId", outcomeId);
        model.addAttribute("number", made.getLast().number());
        model.addAttribute("same", replay.same());
        model.addAttribute("stored", replay.stored().value());
        model.addAttribute("replayed", replay.replayed().value());
        model.addAttribute("document", made.getLast().document());
        return "console/replay";
    }

    /** What people had, or have, to do with it; flags are the operator's own business. */
    private List<WhyPage.Entry> cases(String outcomeId, SignedIn visitor) {
        List<WhyPage.Entry> links = new ArrayList<>();
        disputes.list(
                        new DisputeFilter(visitor.boundTo(), Optional.empty(), Optional.of(outcomeId)),
                        DisputePlace.START,
                        PAGE)
                .forEach(one -> links.add(new WhyPage.Entry(
                        "Dispute: " + Shown.words(one.reason()) + ", "
                                + Shown.words(one.state().name()),
                        one.id().value())));
        if (visitor.boundTo().isEmpty()) {
            reviews.ofOutcome(outcomeId)
                    .forEach(one -> links.add(new WhyPage.Entry(
                            "Flagged: " + Shown.words(one.why()), one.id().value())));
        }
        return links;
    }

    /** Another customer's outcome is as unknown as one that does not exist. */
    private ClaimDossier dossier(String outcomeId, SignedIn visitor) {
        return claims.dossier(outcomeId)
                .filter(found -> visitor.maySee(found.claim().claim().customer()))
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_outcome", "", "There is no outcome " + outcomeId + "."));
    }

    /** Midnight of a day that was typed, or of a day after it. */
    private static Function<String, Instant> day(ZoneId zone, int later) {
        return text -> LocalDate.parse(text).plusDays(later).atStartOfDay(zone).toInstant();
    }
}
