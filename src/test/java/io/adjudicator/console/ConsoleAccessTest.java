package io.adjudicator.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.adjudicator.access.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every cell of the table of who may open which page, tried with a session and, where it changes something, with a token. */
class ConsoleAccessTest extends ConsoleTest {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @EnumSource(names = "SERVICE", mode = EnumSource.Mode.EXCLUDE)
    void letsInWhomTheTableNamesAndNobodyElse(Role role) {
        Page page = as(role);
        String token = page.locator("input[name=_csrf]").first().getAttribute("value");
        for (ConsolePath path : ConsolePath.all()) {
            int status = call(page, path, token).status();
            if (path.allows(role)) {
                assertThat(status).as(role + " " + path).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(role + " " + path).isEqualTo(403);
            }
        }
    }

    @Test
    void asksEverybodyToSignInWhereverTheTableIsNotOpen() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        for (ConsolePath path : ConsolePath.all()) {
            APIResponse answer = call(page, path, "none");
            boolean refused = answer.status() == 403
                    || answer.headers().getOrDefault("location", "").endsWith("/sign-in");
            assertThat(refused).as(path.toString()).isEqualTo(!path.open());
        }
    }

    /** A handler that the table does not name would be open to everybody who is signed in. */
    @Test
    void namesEveryHandlerInTheTable() {
        Set<String> named = ConsolePath.all().stream()
                .map(path -> path.method() + " " + path.path())
                .collect(Collectors.toSet());
        assertThat(requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                        .filter(entry ->
                                entry.getValue().getBeanType().getPackageName().equals("io.adjudicator.console"))
                        .flatMap(entry -> entry.getKey().getPathPatternsCondition().getPatternValues().stream()
                                .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                        .map(method -> method + " " + path)))
                        .filter(handler -> !handler.contains("{first:") && !handler.endsWith(ConsoleSecurity.DENIED)))
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(named).contains(handler));
    }

    private APIResponse call(Page page, ConsolePath path, String token) {
        String address = address(path.path()
                .replace("{outcomeId}", "oc_none")
                .replace("{customer}", "acme")
                .replace("{period}", "2026-07")
                .replace("{version}", "1")
                .replace("{caseId}", "dsp_none")
                .replace("{taskId}", "dsp_none.review-dispute.1")
                .replace("{name}", "dispute")
                .replace("{webhookId}", "wh_none")
                .replace("{notice}", "msg_none")
                .replace("/**", "/own/console.css"));
        RequestOptions options =
                RequestOptions.create().setMethod(path.method().name()).setMaxRedirects(0);
        return page.request()
                .fetch(
                        address,
                        path.method().name().equals("POST")
                                ? options.setForm(FormData.create().set("_csrf", token))
                                : options);
    }
}
