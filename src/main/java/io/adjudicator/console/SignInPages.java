package io.adjudicator.console;

import io.adjudicator.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The door itself: signing in, being turned away, and pages that do not exist. */
@Controller
class SignInPages {

    private static final Map<String, String> SAYS = Map.of(
            "refused", "That name and password do not belong together. Check both, and whether capitals are locked.",
            "wait", "Too many attempts failed. Wait five minutes, then try again.",
            "provider", "The sign-in provider did not let you in, or nobody here has an account of that name.",
            "left", "You are signed out.");

    private final List<Provider> providers;

    /** A single sign-on that is configured. */
    record Provider(String name, String href) {}

    SignInPages(ObjectProvider<ClientRegistrationRepository> registrations) {
        this.providers = registrations.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(all -> providers((Iterable<?>) all).stream())
                .toList();
    }

    @GetMapping("/")
    String root() {
        return "redirect:/console";
    }

    @GetMapping(ConsoleSecurity.SIGN_IN)
    String signIn(@RequestParam Map<String, String> parameters, @Nullable Authentication who, Model model) {
        if (who instanceof SignedIn) {
            return "redirect:/console";
        }
        model.addAttribute(
                "says",
                SAYS.entrySet().stream()
                        .filter(saying -> parameters.containsKey(saying.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(""));
        model.addAttribute("refused", !parameters.containsKey("left"));
        model.addAttribute("providers", providers);
        return "console/sign-in";
    }

    /** Where the security filter sends what the table of paths does not allow. */
    @RequestMapping(
            path = ConsoleSecurity.DENIED,
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    String denied() {
        throw new AccessDeniedException("expected a role that the table of paths names, and a token against forgery");
    }

    /** Anything but the folder of assets, which a resource handler serves. */
    @RequestMapping(
            path = "/console/{first:(?!assets$).+}/**",
            method = {RequestMethod.GET, RequestMethod.POST})
    String unknown() {
        throw new Refused(Refused.Kind.NOT_FOUND, "unknown_path", "", "Check the address, or go on from the menu.");
    }

    private static List<Provider> providers(Iterable<?> registrations) {
        List<Provider> found = new ArrayList<>();
        for (Object one : registrations) {
            if (one instanceof ClientRegistration registration) {
                found.add(new Provider(
                        registration.getClientName(),
                        ConsoleSecurity.SINGLE_SIGN_ON + "/" + registration.getRegistrationId()));
            }
        }
        return found;
    }
}
