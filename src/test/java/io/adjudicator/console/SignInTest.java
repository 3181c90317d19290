package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.adjudicator.access.Role;
import io.adjudicator.access.SignInLimit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends ConsoleTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leadsToThePageThatWasAskedForWithAndWithoutScripts(boolean scripts) {
        Page page = browsing().page(1280, ColorScheme.LIGHT, scripts);
        page.navigate(address("/console/outcomes?state=OPEN"));
        assertThat(page).hasTitle("Sign in · Adjudicator");
        signIn(page, name(Role.REVIEWER), PASSWORD);
        assertThat(page.locator("h1")).hasText("Outcomes");
        assertThat(page.getByLabel("State")).hasValue("OPEN");
        page.getByText("Sign out").click();
        assertThat(page.locator(".note")).hasText("You are signed out.");
        page.navigate(address("/console/outcomes"));
        assertThat(page).hasTitle("Sign in · Adjudicator");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void saysTheSameOfAWrongNameAndAWrongPassword() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/sign-in"));
        signIn(page, name(Role.REVIEWER), "not the password");
        String wrongPassword = page.locator(".note").innerText();
        signIn(page, "nobody", "not the password");
        assertThat(page.locator(".note")).hasText(wrongPassword);
    }

    @Test
    void looksAtNoMoreAttemptsAfterTooManyFailures() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/sign-in"));
        String name = name(Role.AUDITOR);
        for (int attempt = 0; attempt < SignInLimit.FAILURES_OF_A_NAME; attempt++) {
            signIn(page, name, "guess number " + attempt);
        }
        signIn(page, name, PASSWORD);
        assertThat(page.locator(".note")).containsText("Wait five minutes");
        clock().moveTo(clock().instant().plus(SignInLimit.WHILE).plusSeconds(1));
        signIn(page, name, PASSWORD);
        assertThat(page.locator("h1")).containsText("Somebody");
    }

    @Test
    void endsWithTheNextRequestOfWhoeverWasDisabled() {
        Page page = as(Role.DEAL_DESK);
        assertThat(page.locator("h1")).containsText("Somebody");
        accounts().disable(name(Role.DEAL_DESK));
        page.navigate(address("/console/outcomes"));
        assertThat(page).hasTitle("Sign in · Adjudicator");
    }

    @Test
    void changesTheSessionAndHidesItsCookie() {
        Page page = as(Role.REVIEWER);
        assertThat(page.context().cookies())
                .filteredOn(cookie -> cookie.name.equals("adjudicator_session"))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.path).isEqualTo("/console");
                });
        assertThat(jdbc().sql("select count(*) from spring_session where principal_name = :name")
                        .param("name", name(Role.REVIEWER))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        APIRequestContext requests = as(Role.REVIEWER).request();
        APIResponse answer = requests.post(
                address("/console/sign-out"), RequestOptions.create().setData(Map.of("x", "y")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("This is not for your role");
    }

    @Test
    void keepsKeysAndPeopleApart() {
        Page page = as(Role.FINANCE_ADMIN);
        assertThat(page.request().get(address("/v1/contracts")).status()).isEqualTo(401);
        assertThat(page.request().get(address("/actuator/prometheus")).status()).isEqualTo(401);
    }

    @Test
    void forbidsScriptsInsidePagesAndOtherPeoplesFrames() {
        APIResponse answer = as(Role.REVIEWER).request().get(address("/console"));
        assertThat(answer.headers().get("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(answer.headers().get("cache-control")).contains("no-store");
    }
}
