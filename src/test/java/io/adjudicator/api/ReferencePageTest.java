package io.adjudicator.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.Browsing;
import io.adjudicator.access.Role;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference page as a reader sees it, in a real browser that can reach this machine only. */
class ReferencePageTest extends ApiTest {

    /** Milliseconds. The first to ask for the document waits until it is made. */
    private static final LocatorAssertions.ContainsTextOptions FIRST =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final Browsing browsing = new Browsing();

    @AfterEach
    void closeBrowser() {
        browsing.close();
    }

    @ParameterizedTest
    @CsvSource({"wide, 1280", "narrow, 390"})
    void listsEveryOperationAndAsksNoOtherHost(String name, int width) {
        Page page = open(width);
        assertThat(page.locator("h1, h2.title").first()).containsText("Outcome adjudicator", FIRST);
        unfold(page);
        for (Endpoint endpoint : Endpoint.all()) {
            if (endpoint.path().startsWith("/v1/")) {
                assertThat(operation(page, endpoint.method() + " " + endpoint.path()))
                        .isVisible();
            }
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "reference-page-" + name + ".png"))
                .setFullPage(true));
        assertThat(browsing.complaints()).isEmpty();
    }

    @Test
    void triesACallWithAKey() {
        String key = key(Role.AUDITOR);
        Page page = open(1280);
        page.locator("button.authorize").first().click();
        page.locator(".auth-container input").fill(key);
        page.locator(".auth-container button.authorize").click();
        page.locator(".auth-container button.btn-done").click();
        unfold(page);
        var windows = operation(page, "GET /v1/windows");
        windows.locator(".opblock-summary-control").click();
        windows.locator("button.try-out__btn").click();
        windows.locator("button.execute").click();
        assertThat(windows.locator(".live-responses-table td.response-col_status:not(.col_header)"))
                .containsText("200");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "reference-page-tried.png")));
        assertThat(browsing.complaints()).isEmpty();
    }

    private Page open(int width) {
        Page page = browsing.page(width, ColorScheme.LIGHT, true);
        page.navigate("http://127.0.0.1:" + port() + "/docs");
        return page;
    }

    /** Sections that are closed show no operations. */
    private static void unfold(Page page) {
        page.locator(".opblock-tag").first().waitFor();
        page.locator(".opblock-tag[data-is-open=false]").all().reversed().forEach(tag -> tag.click());
    }

    private static Locator operation(Page page, String methodAndPath) {
        String[] parts = methodAndPath.split(" ");
        return page.locator(".opblock-" + parts[0].toLowerCase(Locale.ROOT))
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-path='" + parts[1] + "']")));
    }
}
