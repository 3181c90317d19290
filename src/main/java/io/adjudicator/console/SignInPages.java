package io.adjudicator.console;

import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The door itself: signing in, being turned away, and pages that do not exist. */
@Controller
class SignInPages {

    private static final String AS = "{as}";

    private static final Map<String, String> LEFT = Map.of(
            "left", "You are signed out.",
            "left-here",
                    "You are signed out here. The provider still knows you: if others use this browser, sign out there too.");

    private static final Map<String, String> REFUSED = Map.of(
            "refused",
            "That name and password do not belong together. Check both, and whether capitals are locked.",
            "wait",
            "Too many attempts failed. Wait five minutes, then try again.",
            "provider",
            "The sign-in provider did not let you in. Try again; if that does not help, ask whoever runs it.",
            "away",
            "The sign-in provider cannot be reached. Try again in a minute, or sign in with a password if you have one.",
            NotVouched.Why.UNKNOWN.parameter(),
            "The provider knows you{as}, but no account here has that name."
                    + " Ask whoever runs this installation to add one, or sign in there under another name.",
            NotVouched.Why.DISABLED.parameter(),
            "The provider knows you{as}, but that account is disabled, for good."
                    + " If you still work with this, ask whoever runs this installation for another one.",
            NotVouched.Why.OWN_PASSWORD.parameter(),
            "The provider knows you{as}, but that account has a password of its own. Sign in with name and password.",
            NotVouched.Why.UNVERIFIED.parameter(),
            "The provider has not seen yet that the address you gave there is yours{as}."
                    + " Confirm it there, then try again.",
            NotVouched.Why.NAMELESS.parameter(),
            "The provider let you in, but did not say under which name."
                    + " Ask whoever runs this installation to see to its user-name-attribute.");

    private final List<Providers.Offered> providers;

    SignInPages(ObjectProvider<Providers> configured) {
        this.providers = configured.stream()
                .flatMap(providers -> providers.offered().stream())
                .toList();
    }

    @GetMapping("/")
    String root() {
        return "redirect:/console";
    }

    @GetMapping(ConsoleSecurity.SIGN_IN)
    String signIn(
            @RequestParam Map<String, String> parameters,
            @Nullable Authentication who,
            HttpServletRequest request,
            Model model) {
        if (who instanceof SignedIn) {
            return "redirect:/console";
        }
        Optional<String> refused = saying(REFUSED, parameters).map(text -> text.replace(AS, as(request)));
        model.addAttribute("refused", refused.isPresent());
        model.addAttribute("says", refused.or(() -> saying(LEFT, parameters)).orElse(""));
        model.addAttribute("providers", providers);
        return "console/sign-in";
    }

    private static Optional<String> saying(Map<String, String> sayings, Map<String, String> parameters) {
        return sayings.entrySet().stream()
                .filter(saying -> parameters.containsKey(saying.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Under which name the provider knows whoever was just refused; said once. */
    private static String as(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object name = session == null ? null : session.getAttribute(ConsoleSecurity.VOUCHED_NAME);
        if (session != null) {
            session.removeAttribute(ConsoleSecurity.VOUCHED_NAME);
        }
        return name instanceof String text && !text.isEmpty() ? " as " + text : "";
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
}
