package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.adjudicator.access.NewAccount;
import io.adjudicator.access.Role;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** From the console through the door of a real provider and back, or not. */
@TestPropertySource(
        properties = {
            "spring.security.oauth2.client.registration.house.client-id=adjudicator",
            "spring.security.oauth2.client.registration.house.client-secret=secret",
            "spring.security.oauth2.client.registration.house.client-name=the house",
            "spring.security.oauth2.client.registration.house.scope=openid,email",
            "spring.security.oauth2.client.registration.house.redirect-uri={baseUrl}/console/single-sign-on/code/{registrationId}",
            "spring.security.oauth2.client.registration.house.authorization-grant-type=authorization_code",
            "spring.security.oauth2.client.provider.house.user-name-attribute=email",
            "spring.security.oauth2.client.registration.away.client-id=adjudicator",
            "spring.security.oauth2.client.registration.away.client-secret=secret",
            "spring.security.oauth2.client.registration.away.client-name=somebody who is away",
            "spring.security.oauth2.client.provider.away.issuer-uri=http://127.0.0.1:1"
        })
class SingleSignOnTest extends ConsoleTest {

    private static final AnnotationConfigServletWebServerApplicationContext PROVIDER = OpenIdProvider.start();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.house.issuer-uri", SingleSignOnTest::provider);
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leadsThroughTheProvidersDoorToThePageThatWasAskedForAndOutAgain(boolean scripts) {
        know("rhea@vendor.example");
        Page page = browsing().page(1280, ColorScheme.LIGHT, scripts);
        page.navigate(address("/console/outcomes?state=OPEN"));
        signIn(page, "rhea@vendor.example");
        assertThat(page.locator("h1")).hasText("Outcomes");
        assertThat(page.getByLabel("State")).hasValue("OPEN");
        assertThat(page.locator(".who")).containsText("reviewer");
        assertThat(sessions("rhea@vendor.example")).isEqualTo(1);
        page.getByText("Sign out").click();
        assertThat(page.locator(".note")).containsText("The provider still knows you");
        assertThat(sessions("rhea@vendor.example")).isZero();
        page.navigate(address("/console/outcomes"));
        assertThat(page).hasTitle("Sign in · Adjudicator");
        page.getByText("Sign in with the house").click();
        assertThat(page.locator("h1")).hasText("Outcomes");
        page.getByText("Sign out").click();
        assertThat(browsing().complaints()).isEmpty();
    }

    /** The provider's tokens and whatever it told of somebody are nobody's business afterwards. */
    @Test
    void remembersANameAloneAndEndsTheSessionOfWhoeverIsDisabled() {
        know("dora@vendor.example");
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console"));
        signIn(page, "dora@vendor.example");
        assertThat(page.locator(".who")).containsText("Somebody");
        assertThat(jdbc().sql("""
                                select count(*)
                                from spring_session_attributes
                                where position(cast('eyJ' as bytea) in attribute_bytes) > 0
                                  or position(cast('email' as bytea) in attribute_bytes) > 0
                                """).query(Integer.class).single()).isZero();
        accounts().disable("dora@vendor.example");
        assertThat(sessions("dora@vendor.example")).isZero();
        page.navigate(address("/console/outcomes"));
        assertThat(page).hasTitle("Sign in · Adjudicator");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            stranger@vendor.example | knows you as stranger@vendor.example, but no account here has that name. Ask
            gone@vendor.example     | knows you as gone@vendor.example, but that account is disabled, for good
            local@vendor.example    | knows you as local@vendor.example, but that account has a password of its own. Sign in with
            uma@vendor.example      | the address you gave there is yours as uma@vendor.example. Confirm it there
            norbert                 | did not say under which name
            """)
    void refusesWhoeverIsNoAccountOfTheProvidersAndSaysWhatToDo(String name, String says) {
        know("gone@vendor.example");
        know("uma@vendor.example");
        if (accounts().actor("gone@vendor.example").isPresent()) {
            accounts().disable("gone@vendor.example");
        }
        if (accounts().actor("local@vendor.example").isEmpty()) {
            accounts().add(account("local@vendor.example"), ConsoleTest.PASSWORD);
        }
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console"));
        signIn(page, name);
        assertThat(page.locator(".note.bad")).containsText(says);
        page.reload();
        assertThat(page.locator(".note.bad")).not().containsText("@");
        page.navigate(address("/console"));
        assertThat(page).hasTitle("Sign in · Adjudicator");
        assertThat(sessions(name)).isZero();
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void namesTheWayBackToTheProvider() {
        APIResponse answer = browsing()
                .page(1280, ColorScheme.LIGHT, true)
                .request()
                .get(
                        address("/console/single-sign-on/house"),
                        RequestOptions.create().setMaxRedirects(0));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location"))
                .startsWith(provider() + "/oauth2/authorize?")
                .contains("redirect_uri=" + address("/console/single-sign-on/code/house"));
    }

    /** That the service has started at all is half of it. */
    @Test
    void offersTheOtherWaysWhileAProviderIsAway() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/sign-in"));
        page.getByText("Sign in with somebody who is away").click();
        assertThat(page.locator(".note.bad")).containsText("cannot be reached");
        signIn(page, name(Role.AUDITOR), PASSWORD);
        assertThat(page.locator(".who")).containsText("auditor");
    }

    @Test
    void turnsAwayAnAnswerThatNobodyAskedFor() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/single-sign-on/code/house?code=x&state=y"));
        assertThat(page.locator(".note")).containsText("did not let you in");
    }

    private static String provider() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(PROVIDER.getWebServer(), "the provider runs")
                        .getPort();
    }

    private static void signIn(Page page, String name) {
        page.getByText("Sign in with the house").click();
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password").fill(OpenIdProvider.PASSWORD);
        page.locator("button").click();
        page.waitForLoadState();
    }

    private void know(String name) {
        if (accounts().all().stream().noneMatch(account -> account.name().equals(name))) {
            accounts().addSingleSignOn(account(name));
        }
    }

    private static NewAccount account(String name) {
        return new NewAccount(name, "Somebody", Role.REVIEWER, Optional.empty());
    }

    private int sessions(String name) {
        return jdbc().sql("select count(*) from spring_session where principal_name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }
}
