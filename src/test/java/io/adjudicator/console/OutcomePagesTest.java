package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.adjudicator.access.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomePagesTest extends ConsoleTest {

    @Test
    void showsOneOutcomeWithItsWhy() {
        String outcome = decided(ACME, Map.of("topic", "fraud"));
        Page page = as(Role.CUSTOMER);
        page.navigate(address("/console/outcomes?state=NOT_BILLABLE"));
        page.locator("a[title=" + outcome + "]").click();
        assertThat(page.locator("p.conclusion")).hasText("This outcome is not billable: fraud topics are free.");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Excludes")))
                .containsText("T 3");
        assertThat(page.locator("figcaption")).containsText(shown(occurred(), "yyyy-MM-dd HH:mm:ss z"));
        page.getByText("Replay this decision").click();
        assertThat(page.locator(".note")).containsText("byte for byte");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void saysUntilWhenAnOpenOneWaits() {
        Page page = as(Role.REVIEWER);
        page.navigate(address("/console/outcomes/" + claimed(ACME, Map.of("topic", "refund"))));
        assertThat(page.locator(".why .note").first())
                .containsText("open until " + shown(occurred().plus(WINDOW), "yyyy-MM-dd HH:mm z"));
    }

    /** The most that it can cost is kept at first and given free; then the customer owes what it costs, and its line has earned it. */
    @Test
    void showsWhatTheJournalHasOfIt() {
        Page page = as(Role.CUSTOMER);
        page.navigate(address("/console/outcomes/" + decided(ACME, Map.of("topic", "insurance"))));
        assertThat(page.getByText("Charged: 2.49 USD in " + month())).isVisible();
        page.getByText("In the journal: 6 postings").click();
        Locator rows = page.locator("[aria-label=Postings] tbody tr");
        assertThat(rows.allInnerTexts().stream()
                        .map(row -> row.replaceAll("^\\S+\\s+|\\s+USD[\\s\\S]*$", "")
                                .replaceAll("\\s+", " ")))
                .containsExactly(
                        "held held:acme 2.49",
                        "held pending:acme -2.49",
                        "released held:acme -2.49",
                        "released pending:acme 2.49",
                        "charged receivable:acme 2.49",
                        "charged revenue:acme:support-resolution:complex -2.49");
        assertThat(browsing().complaints()).isEmpty();
    }

    private static String shown(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(ZoneId.of("UTC")));
    }

    @Test
    void filtersInPlaceAndKeepsTheQuestionInTheAddress() {
        claimed(ACME, Map.of("topic", "refund"));
        Page page = as(Role.AUDITOR);
        page.navigate(address("/console/outcomes"));
        page.getByLabel("Customer").selectOption("globex");
        page.waitForURL("**/console/outcomes?*customer=globex*");
        assertThat(page.locator("#results .note")).containsText("No outcome fits");
        page.getByLabel("From").fill("2026-07-01");
        page.reload();
        assertThat(page.getByLabel("Customer")).hasValue("globex");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void hidesOtherCustomersAsIfTheyDidNotExist() {
        String theirs = claimed(GLOBEX, Map.of("topic", "refund"));
        Page page = as(Role.CUSTOMER);
        for (String path : new String[] {
            "/console/outcomes/" + theirs,
            "/console/outcomes/" + theirs + "/replay",
            "/console/outcomes?customer=globex",
            "/console/outcomes/oc_none"
        }) {
            assertThat(page.request().get(address(path)).status()).as(path).isEqualTo(404);
        }
        page.navigate(address("/console/outcomes"));
        assertThat(page.locator("main")).not().containsText("globex");
    }

    @Test
    void saysWhatOfAFilterItCannotRead() {
        Page page = as(Role.REVIEWER);
        page.navigate(address("/console/outcomes?from=yesterday"));
        assertThat(page.locator("[role=alert]")).containsText("“yesterday” is not a day");
    }
}
