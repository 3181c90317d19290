package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.adjudicator.access.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisputeByFilterTest extends ConsoleTest {

    @Test
    void disputesAllThatFitAndNothingElse() {
        List<String> free = List.of(decided(ACME, Map.of("topic", "fraud")), decided(ACME, Map.of("topic", "fraud")));
        String flagged = decided(ACME, Map.of("topic", "odd"));
        String theirs = decided(GLOBEX, Map.of("topic", "fraud"));
        Page page = form();
        page.getByLabel("Verdict").selectOption("NOT_BILLABLE");
        page.getByLabel("Reason of the decision").fill("fraud_topics_are_free");
        page.getByLabel("Outcome type").fill("support-resolution");
        page.getByText("Raise the dispute").click();
        assertThat(page.locator(".note.good")).hasText("Your dispute was raised.");
        Locator rows = page.locator("[aria-labelledby=h-outcomes]");
        free.forEach(
                outcome -> assertThat(rows.locator("a[title=" + outcome + "]")).isVisible());
        assertThat(rows.locator("a[title=" + flagged + "]")).hasCount(0);
        assertThat(rows.locator("a[title=" + theirs + "]")).hasCount(0);
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void saysThatNothingFitsAndKeepsWhatWasTyped() {
        decided(ACME, Map.of("topic", "fraud"));
        Page page = form();
        String day = page.getByLabel("First day").inputValue();
        page.getByLabel("Tier").fill("complex");
        page.getByText("Raise the dispute").click();
        assertThat(page.locator("[role=alert]")).containsText("at least one decision that can still be disputed");
        assertThat(page.locator("h1")).hasText("Dispute by a filter");
        assertThat(page.getByLabel("First day")).hasValue(day);
        assertThat(page.getByLabel("Tier")).hasValue("complex");
        page.getByLabel("Last day").fill(LocalDate.parse(day).minusDays(1).toString());
        page.getByText("Raise the dispute").click();
        assertThat(page.locator("[role=alert]")).hasText("Expected a last day that is not before the first.");
        assertThat(browsing().complaints()).isEmpty();
    }

    /** For the day on which the outcomes of this test occurred. */
    private Page form() {
        String day = LocalDate.ofInstant(occurred(), ZoneOffset.UTC).toString();
        Page page = as(Role.CUSTOMER);
        page.navigate(address("/console/disputes"));
        page.getByText("Dispute by a filter").click();
        page.getByLabel("First day").fill(day);
        page.getByLabel("Last day").fill(day);
        page.getByLabel("Why you object").fill("not_resolved");
        page.getByLabel("What happened").fill("They came back to our own people.");
        return page;
    }
}
