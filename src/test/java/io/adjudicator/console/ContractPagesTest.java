package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.adjudicator.access.Role;
import org.junit.jupiter.api.Test;

class ContractPagesTest extends ConsoleTest {

    @Test
    void tellsTheAgreedCasesOfAVersionAndTriesThem() {
        Page page = as(Role.DEAL_DESK);
        page.navigate(address("/console/customers/acme/versions/1"));
        Locator rows = page.locator("[aria-labelledby=h-cases] tbody tr");
        assertThat(rows).hasCount(5);
        assertThat(rows.nth(1).locator("th, td").allInnerTexts())
                .containsExactly(
                        "insurance is dearer",
                        "topic insurance",
                        "billable as complex for 2.49 USD",
                        "✓ As agreed billable as complex for 2.49 USD");
        assertThat(rows.nth(2)).containsText("not billable: fraud topics are free");
        assertThat(rows.nth(3)).containsText("needs review: topic is odd");
        assertThat(page.locator("main")).containsText("all 5 come out as agreed");
        assertThat(page.locator("[aria-labelledby=h-checks], #h-checks").first())
                .isVisible();
        page = as(Role.CUSTOMER);
        page.navigate(address("/console/customers/acme/versions/1"));
        assertThat(page.locator("[aria-labelledby=h-cases] tbody tr")).hasCount(5);
        assertThat(page.locator("#h-checks")).hasCount(0);
        assertThat(browsing().complaints()).isEmpty();
    }
}
