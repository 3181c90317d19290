package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is signed in, and where they can go. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    /**
     * Whoever is signed in.
     *
     * @param role in words
     * @param customer empty for the operator's own people
     */
    record Me(String name, String role, String customer) {}

    /**
     * A way to go.
     *
     * @param current whether this is where they are
     */
    record Link(String label, String href, boolean current) {}

    private record Place(String label, String href, List<Role> roles) {}

    private static final List<Role> OURS =
            List.of(Role.DEAL_DESK, Role.REVIEWER, Role.LEAD, Role.FINANCE_ADMIN, Role.AUDITOR);
    private static final List<Role> ALL =
            List.of(Role.DEAL_DESK, Role.REVIEWER, Role.LEAD, Role.FINANCE_ADMIN, Role.CUSTOMER, Role.AUDITOR);

    private static final List<Place> PLACES = List.of(
            new Place("Home", "/console", ALL),
            new Place("Queue", "/console/tasks", List.of(Role.REVIEWER, Role.LEAD, Role.FINANCE_ADMIN, Role.AUDITOR)),
            new Place("Disputes", "/console/disputes", ALL),
            new Place("Outcomes", "/console/outcomes", ALL),
            new Place("Usage", "/console/usage", ALL),
            new Place("Statements", "/console/statements", ALL),
            new Place("Credits", "/console/credits", ALL),
            new Place("Customers", "/console/customers", OURS),
            new Place("Webhooks", "/console/webhooks", List.of(Role.FINANCE_ADMIN, Role.CUSTOMER, Role.AUDITOR)),
            new Place("Checks", "/console/checks", List.of(Role.DEAL_DESK, Role.AUDITOR)));

    @ModelAttribute("me")
    @Nullable
    Me me(@Nullable Authentication authentication) {
        return authentication instanceof SignedIn visitor
                ? new Me(
                        visitor.actor().name(),
                        Shown.words(visitor.role().wireName()),
                        visitor.boundTo().map(CustomerId::value).orElse(""))
                : null;
    }

    @ModelAttribute("places")
    List<Link> places(@Nullable Authentication authentication, HttpServletRequest request) {
        if (!(authentication instanceof SignedIn visitor)) {
            return List.of();
        }
        String here = request.getRequestURI();
        List<Link> links = new ArrayList<>(PLACES.stream()
                .filter(place -> place.roles().contains(visitor.role()))
                .map(place -> new Link(place.label(), place.href(), current(place.href(), here)))
                .toList());
        visitor.boundTo().ifPresent(customer -> {
            links.add(link("Contract", "/console/customers/" + customer, here));
            links.add(link("Pricing", "/console/customers/" + customer + "/pricing", here));
        });
        return links;
    }

    private static Link link(String label, String href, String here) {
        return new Link(label, href, here.equals(href));
    }

    private static boolean current(String href, String here) {
        return href.equals("/console") ? here.equals(href) : here.equals(href) || here.startsWith(href + "/");
    }
}
