package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The way to a provider that is configured, up to its door. */
@TestPropertySource(
        properties = {
            "spring.security.oauth2.client.registration.house.client-id=adjudicator",
            "spring.security.oauth2.client.registration.house.client-secret=secret",
            "spring.security.oauth2.client.registration.house.client-name=the house",
            "spring.security.oauth2.client.registration.house.scope=openid,email",
            "spring.security.oauth2.client.registration.house.authorization-grant-type=authorization_code",
            "spring.security.oauth2.client.registration.house.redirect-uri={baseUrl}/console/single-sign-on/code/{registrationId}",
            "spring.security.oauth2.client.provider.house.authorization-uri=http://127.0.0.1:1/authorize",
            "spring.security.oauth2.client.provider.house.token-uri=http://127.0.0.1:1/token",
            "spring.security.oauth2.client.provider.house.jwk-set-uri=http://127.0.0.1:1/keys",
            "spring.security.oauth2.client.provider.house.user-name-attribute=email"
        })
class SingleSignOnTest extends ConsoleTest {

    @Test
    void offersTheProviderAndLeadsToItWithTheWayBack() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/sign-in"));
        assertThat(page.getByText("Sign in with the house")).isVisible();
        APIResponse answer = page.request()
                .get(
                        address("/console/single-sign-on/house"),
                        RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location"))
                .startsWith("http://127.0.0.1:1/authorize?")
                .contains("redirect_uri=" + address("/console/single-sign-on/code/house"));
    }

    @Test
    void turnsAwayAnAnswerThatNobodyAskedFor() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/single-sign-on/code/house?code=x&state=y"));
        assertThat(page.locator(".note")).containsText("did not let you in");
    }
}
