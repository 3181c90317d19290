package io.adjudicator.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.adjudicator.access.Role;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference page as a reader sees it, in a real browser that can reach this machine only. */
class ReferencePageTest extends ApiTest {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    /** Milliseconds. The first to ask for the document waits until it is made. */
    private static final LocatorAssertions.ContainsTextOptions FIRST =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"wide, 1280, 900", "narrow, 390, 844"})
    void listsEveryOperationAndAsksNoOtherHost(String name, int width, int height) {
        browse(width, height, page -> {
            page.navigate("http://127.0.0.1:" + port() + "/docs");
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
        });
        assertThat(hosts).isNotEmpty().containsOnly("127.0.0.1");
        assertThat(errors).isEmpty();
    }

    @Test
    void triesACallWithAKey() {
        String key = key(Role.AUDITOR);
        browse(1280, 900, page -> {
            page.navigate("http://127.0.0.1:" + port() + "/docs");
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
        });
        assertThat(errors).isEmpty();
    }

    private interface Visit {
        void on(Page page);
    }

    private void browse(int width, int height, Visit visit) {
        var noDownload = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var installed =
                new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET);
        try (Playwright playwright = Playwright.create(noDownload);
                Browser browser = playwright.chromium().launch(installed);
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
            Page page = context.newPage();
            page.onRequest(request -> {
                if (request.url().startsWith("http")) {
                    hosts.add(URI.create(request.url()).getHost());
                }
            });
            page.onPageError(errors::add);
            visit.on(page);
        }
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

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(program -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected Chromium on the PATH, but there is none: ./adjudicator test installs it"));
    }
}
