package io.adjudicator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser that can reach this machine only, and what it complains of. All tests of a JVM share its process, which ends with them;
 * each has pages of its own, with no cookies at first. To be used on the thread of the tests alone.
 */
public final class Browsing implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** A page of somebody new, with no cookies. */
    public Page page(int width, ColorScheme scheme, boolean scripts) {
        BrowserContext context = Chromium.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // What a page may not load, a browser says here; that a page answers 4xx too, and that is asked for by
            // tests.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onRequest(request -> {
            if (request.url().startsWith("http")
                    && !"127.0.0.1".equals(URI.create(request.url()).getHost())) {
                complaints.add("asked " + request.url());
            }
        });
        return page;
    }

    /** What scripts broke, what the policy forbade, and which other hosts were asked. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    private static final class Chromium {

        static final Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(QUIET));

        private static Path program() {
            return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                            .map(program -> Path.of(folder, program)))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "expected Chromium on the PATH, but there is none: ./adjudicator test installs it"));
        }
    }
}
