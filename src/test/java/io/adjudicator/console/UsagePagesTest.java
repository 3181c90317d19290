package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.access.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsagePagesTest extends ConsoleTest {

    @Test
    void drawsWhatTheTablesAndTheTotalsSay() {
        beginInNewMonth();
        decided(ACME, Map.of("topic", "refund"));
        decided(ACME, Map.of("topic", "insurance"));
        decided(ACME, Map.of("topic", "insurance"));
        decided(ACME, Map.of("topic", "fraud"));
        String day = LocalDate.ofInstant(occurred(), ZoneOffset.UTC).toString();
        Page page = as(Role.CUSTOMER, 1280, ColorScheme.DARK, false);
        page.navigate(address("/console/usage?period=" + month()));
        assertThat(page.locator(".charted h2").allInnerTexts())
                .containsExactly(
                        "Outcomes by day and verdict",
                        "Billable outcomes by day and tier",
                        "Spend by day and tier, USD");
        assertThat(cells(page, "verdicts", "tbody")).containsExactly(day, "3", "1", "4");
        assertThat(drawn(page, "verdicts")).containsExactly(day + ": 3 billable", day + ": 1 not billable");
        assertThat(cells(page, "tiers", "tbody")).containsExactly(day, "2", "1", "3");
        assertThat(cells(page, "spend-USD", "tbody")).containsExactly(day, "4.98", "0.99", "5.97");
        assertThat(drawn(page, "spend-USD")).containsExactly(day + ": 4.98 USD complex", day + ": 0.99 USD simple");
        assertThat(cells(page, "spend-USD", "tfoot")).containsExactly("All", "4.98", "0.99", "5.97");
        assertThat(page.locator(".figure").innerText()).isEqualTo("5.97 USD");
        assertThat(page.locator("#chart-spend-USD svg[role=img]"))
                .hasAccessibleName(
                        "Spend by day and tier, USD, " + month() + ": 5.97 USD in all. The table has the figures.");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "console-1280-charts.png"))
                .setFullPage(true));
        page.navigate(address("/console/usage?status=unprovable&period=" + month()));
        assertThat(page.locator("#results .note")).containsText("No line of this month fits");
        assertThat(page.locator(".charted")).hasCount(0);
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void refusesTheFileOfAMonthThatIsNone() {
        Page page = as(Role.CUSTOMER);
        assertThat(page.request()
                        .get(address("/console/usage.csv?customer=acme&period=2026-7"))
                        .status())
                .isEqualTo(400);
    }

    private static List<String> cells(Page page, String chart, String part) {
        return page.locator("#chart-" + chart + " table " + part + " tr > *").allInnerTexts();
    }

    private static List<String> drawn(Page page, String chart) {
        Locator parts = page.locator("#chart-" + chart + " svg.days rect title");
        return parts.allTextContents();
    }
}
