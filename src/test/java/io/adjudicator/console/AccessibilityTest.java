package io.adjudicator.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.casework.NewTask;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.notice.NewWebhook;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.WebhookId;
import io.adjudicator.notice.Webhooks;
import io.adjudicator.review.FlaggedOutcome;
import io.adjudicator.review.Reviews;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a machine can tell of WCAG 2.2 AA, on every page, narrow and wide, light and dark; and what the keyboard alone can do. */
class AccessibilityTest extends ConsoleTest {

    private static final String RUN = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
              .violations.map(found => found.id + ': ' + found.nodes.map(node => node.html).slice(0, 3).join(' '))
            """;

    private static final int NARROW = 375;

    private static final String PAGE_TOO_WIDE = """
            () => [document.documentElement].filter(one => one.scrollWidth > one.clientWidth).map(one => one.tagName)
            """;

    private static final String ANYTHING_TOO_WIDE = """
            () => [document.documentElement, ...document.querySelectorAll('main, main *')]
              .filter(one => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
              .filter(one => !['visible', 'clip'].includes(getComputedStyle(one).overflowX) || one === document.documentElement)
              .filter(one => !['INPUT', 'SELECT', 'TEXTAREA'].includes(one.tagName))
              .map(one => one.outerHTML.slice(0, 120))
            """;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Webhooks webhooks;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # role        , width , scheme
            LEAD          , 1280  , LIGHT
            LEAD          , 375   , DARK
            CUSTOMER      , 375   , LIGHT
            CUSTOMER      , 1280  , DARK
            """)
    void breaksNoRuleThatAMachineCanCheck(Role role, int width, ColorScheme scheme) {
        WebhookId webhook = webhook();
        String decided = decided(ACME, Map.of("topic", "fraud"));
        String flagged = decided(ACME, Map.of("topic", "odd"));
        FlaggedOutcome review = reviews.ofOutcome(flagged).getFirst();
        tasks.ask(new NewTask(
                review.id(),
                TaskKind.DECIDE_FLAGGED_OUTCOME,
                1,
                Optional.of(review.remindAt()),
                Optional.of(review.dueAt()),
                1));
        List<String> paths = new ArrayList<>(List.of(
                "/console",
                "/console/outcomes",
                "/console/outcomes?from=yesterday",
                "/console/outcomes/" + decided,
                "/console/outcomes/" + decided + "/replay",
                "/console/disputes",
                "/console/usage?customer=acme&period=" + month(),
                "/console/statements?customer=acme",
                "/console/statements/acme/" + month(),
                "/console/credits?customer=acme",
                "/console/customers/acme",
                "/console/customers/acme/versions/1",
                "/console/customers/acme/pricing",
                "/console/customers/acme/changes?from=1&to=1",
                "/console/nowhere"));
        paths.addAll(
                role == Role.CUSTOMER
                        ? List.of(
                                "/console/disputes/new",
                                "/console/disputes/new?by=filter",
                                "/console/disputes/new?by=filter&from=2026-08-01&to=2036-08-31",
                                "/console/disputes/new?outcome=" + decided,
                                "/console/webhooks",
                                "/console/webhooks?customer=acme",
                                "/console/webhooks/new",
                                "/console/webhooks/" + webhook,
                                "/console/webhooks/" + webhook + "?state=DELIVERED",
                                "/console/webhooks/" + webhook + "?state=anything")
                        : List.of(
                                "/console/tasks",
                                "/console/disputes/new?by=filter",
                                "/console/disputes/new?customer=acme",
                                "/console/customers",
                                "/console/credits/new",
                                "/console/credits/new?customer=acme",
                                "/console/cases/" + review.id()));
        Page page = as(role, width, scheme, true);
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            page.navigate(address(path));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "console-" + width + path.replaceAll("[^a-z]+", "-") + ".png"))
                    .setFullPage(true));
            found.addAll(violations(page).stream()
                    .map(violation -> path + " " + violation)
                    .toList());
            found.addAll(tooWide(page, width).stream()
                    .map(wide -> path + " goes beyond " + width + ": " + wide)
                    .toList());
        }
        assertThat(found).isEmpty();
        assertThat(browsing().complaints()).isEmpty();
    }

    /** One that nobody listens to, and that is told of what is decided next. */
    private WebhookId webhook() {
        return webhooks.create(
                        new NewWebhook(
                                Optional.of(ACME),
                                "http://127.0.0.1:1/" + clock().instant(),
                                List.of(NoticeType.DECISION_ISSUED),
                                "the ticket system"),
                        new Actor("user:somebody", "Somebody", Role.FINANCE_ADMIN, Optional.empty()))
                .webhook()
                .id();
    }

    @Test
    void signsInAndFiltersByKeyboardAlone() {
        decided(ACME, Map.of("topic", "fraud"));
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/outcomes"));
        page.keyboard().type(name(Role.REVIEWER));
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/console/outcomes*");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("customer");
    }

    /** What can be scrolled sideways: the page nowhere, and where it is narrow nothing of its content. */
    @SuppressWarnings("unchecked") // the browser answers texts
    private static List<String> tooWide(Page page, int width) {
        return (List<String>) page.evaluate(width > NARROW ? PAGE_TOO_WIDE : ANYTHING_TOO_WIDE);
    }

    @SuppressWarnings("unchecked") // axe answers texts
    private static List<String> violations(Page page) {
        page.evaluate("() => {" + axe() + "}");
        return (List<String>) page.evaluate(RUN);
    }

    private static String axe() {
        String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream file = AccessibilityTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("expected axe, but could not read it", e);
        }
    }
}
