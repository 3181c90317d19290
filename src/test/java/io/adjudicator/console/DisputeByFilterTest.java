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
    void showsWhatAFilterHitsAndDisputesThatAndNothingElse() {
        List<String> free = List.of(decided(ACME, Map.of("topic", "fraud")), decided(ACME, Map.of("topic", "fraud")));
        String flagged = decided(ACME, Map.of("topic", "odd"));
        String theirs = decided(GLOBEX, Map.of("topic", "fraud"));
        Page page = form(as(Role.CUSTOMER));
        page.getByLabel("Verdict").selectOption("NOT_BILLABLE");
        page.getByLabel("Reason of the decision").fill("fraud_topics_are_free");
        page.getByLabel("Outcome type").fill("support-resolution");
        page.getByText("Show what it hits").click();
        assertThat(page.locator("p.conclusion")).hasText("2 decisions, charged 0.00 USD by the price list.");
        why(page);
        page.getByText("Raise the dispute").click();
        assertThat(page.locator(".note.good")).hasText("The dispute was raised.");
        Locator rows = page.locator("[aria-labelledby=h-outcomes]");
        free.forEach(
                outcome -> assertThat(rows.locator("a[title=" + outcome + "]")).isVisible());
        assertThat(rows.locator("a[title=" + flagged + "]")).hasCount(0);
        assertThat(rows.locator("a[title=" + theirs + "]")).hasCount(0);
        page = form(page);
        page.getByText("Show what it hits").click();
        assertThat(page.locator("main")).containsText("Left out, though they fit: 2 disputed before.");
        assertThat(page.locator("[role=alert]")).containsText("at least one decision that can still be disputed");
        assertThat(page.getByText("Raise the dispute")).hasCount(0);
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void raisesNothingElseThanWhatWasShown() {
        decided(ACME, Map.of("topic", "refund"));
        Page page = form(as(Role.CUSTOMER));
        page.getByText("Show what it hits").click();
        why(page);
        Page meanwhile = form(as(Role.CUSTOMER));
        decided(ACME, Map.of("topic", "refund"));
        page.getByText("Raise the dispute").click();
        assertThat(page.locator("[role=alert]")).containsText("it hits 2 now; look again");
        assertThat(page.locator("p.conclusion")).containsText("2 decisions, charged 1.98 USD");
        assertThat(page.getByLabel("Why you object")).hasValue("not_resolved");
        page.getByText("Raise the dispute").click();
        assertThat(page.locator(".note.good")).hasText("The dispute was raised.");
        meanwhile.getByText("Show what it hits").click();
        assertThat(meanwhile.locator("main")).containsText("2 disputed before");
    }

    @Test
    void saysThatNothingFitsAndKeepsWhatWasTyped() {
        decided(ACME, Map.of("topic", "fraud"));
        Page page = form(as(Role.CUSTOMER));
        String day = page.getByLabel("First day").inputValue();
        page.getByLabel("Tier").fill("complex");
        page.getByText("Show what it hits").click();
        assertThat(page.locator("[role=alert]")).containsText("at least one decision that can still be disputed");
        assertThat(page.locator("h1")).hasText("Dispute by a filter");
        assertThat(page.getByLabel("First day")).hasValue(day);
        assertThat(page.getByLabel("Tier")).hasValue("complex");
        page.getByLabel("Last day").fill(LocalDate.parse(day).minusDays(1).toString());
        page.getByText("Show what it hits").click();
        assertThat(page.locator("[role=alert]")).hasText("Expected a last day that is not before the first.");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void aReviewerDisputesWhatWasFreeAndAnotherAnswers() {
        String free = decided(GLOBEX, Map.of("topic", "fraud"));
        Page page = as(Role.REVIEWER);
        page.navigate(address("/console/disputes"));
        page.getByText("Dispute by a filter").click();
        assertThat(page.getByLabel("First day")).hasCount(0);
        page.getByLabel("Customer").selectOption("globex");
        page.getByText("Choose", new Page.GetByTextOptions().setExact(true)).click();
        fillDays(page);
        page.getByLabel("Verdict").selectOption("NOT_BILLABLE");
        page.getByText("Show what it hits").click();
        page.getByLabel("Why you object").fill("Should be billable");
        page.getByLabel("What happened").fill("It was no fraud.");
        page.getByText("Raise the dispute").click();
        assertThat(page.locator("#h-objection")).hasText("Objection: should be billable");
        assertThat(page.locator("[aria-labelledby=h-outcomes] a[title=" + free + "]"))
                .isVisible();
        page.navigate(address("/console/outcomes/" + decided(ACME, Map.of("topic", "fraud"))));
        page.getByText("Dispute this").click();
        page.getByLabel("Why you object").fill("!!");
        page.getByLabel("What happened").fill("It was no fraud.");
        page.getByText("Raise the dispute").click();
        assertThat(page.locator("[role=alert]")).containsText("such as not resolved");
        page.getByLabel("Why you object").fill("should_be_billable");
        page.getByText("Raise the dispute").click();
        assertThat(page.locator(".note.good")).hasText("The dispute was raised.");
        assertThat(browsing().complaints()).isEmpty();
    }

    /** For the day on which the outcomes of this test occurred. */
    private Page form(Page page) {
        page.navigate(address("/console/disputes"));
        page.getByText("Dispute by a filter").click();
        fillDays(page);
        return page;
    }

    private void fillDays(Page page) {
        String day = LocalDate.ofInstant(occurred(), ZoneOffset.UTC).toString();
        page.getByLabel("First day").fill(day);
        page.getByLabel("Last day").fill(day);
    }

    private static void why(Page page) {
        page.getByLabel("Why you object").fill("not_resolved");
        page.getByLabel("What happened").fill("They came back to our own people.");
    }
}
