package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.adjudicator.access.Role;
import org.junit.jupiter.api.Test;

class GoodwillPagesTest extends ConsoleTest {

    @Test
    void asksOnceForACreditHoweverOftenTheFormIsSent() {
        Page page = as(Role.REVIEWER);
        page.navigate(address("/console/credits?customer=acme"));
        page.getByText("Ask for a goodwill credit").click();
        assertThat(page.locator("main > .note")).containsText("Above 1.00 USD finance approves it, above 3.00 USD");
        String reference = page.getByLabel("Your reference").inputValue();
        fill(page, "0.50", "For the outage in July.");
        assertThat(page.locator(".note.good")).hasText("The credit was asked for.");
        assertThat(page.locator("#h-credit")).hasText("Credit of 0.50 USD");
        String credit = page.url();

        page.navigate(address("/console/credits/new?customer=acme"));
        page.getByLabel("Your reference").fill(reference);
        fill(page, "0.50", "For the outage in July.");
        assertThat(page.locator(".note.good")).hasText("It was asked for before; this is it.");
        assertThat(page.url()).isEqualTo(credit);
        assertThat(jdbc().sql("select count(*) from credit_review where reference = :reference")
                        .param("reference", reference)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void saysWhatItRefusesAndKeepsWhatWasTyped() {
        Page page = as(Role.LEAD);
        page.navigate(address("/console/credits/new?customer=globex"));
        String reference = page.getByLabel("Your reference").inputValue();
        page.getByLabel("Dispute that it answers").fill("dsp_none");
        fill(page, "0.50", "For the outage in July.");
        assertThat(page.locator("[role=alert]")).containsText("one of the customer's disputes");
        assertThat(page.getByLabel("Why it is given")).hasValue("For the outage in July.");
        assertThat(page.getByLabel("Your reference")).hasValue(reference);
        page.getByLabel("Dispute that it answers").fill("");
        fill(page, "0", "For the outage in July.");
        assertThat(page.locator("[role=alert]")).containsText("Expected an amount above 0");
        assertThat(page.locator("h2")).hasText("For globex");
        assertThat(browsing().complaints()).isEmpty();
    }

    private static void fill(Page page, String amount, String reason) {
        page.getByLabel("Amount (USD)").fill(amount);
        page.getByLabel("Why it is given").fill(reason);
        page.getByText("Ask for it").click();
    }
}
