package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.adjudicator.access.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomePageTest extends ConsoleTest {

    @Test
    void showsACustomerWhatItsMonthComesTo() {
        beginInNewMonth();
        decided(ACME, Map.of("topic", "insurance"));
        decided(ACME, Map.of("topic", "fraud"));
        Page customer = as(Role.CUSTOMER);
        Locator month = customer.locator(".card").filter(new Locator.FilterOptions().setHasText(month() + ", so far"));
        assertThat(month.locator(".figure")).hasText("2.49 USD");
        assertThat(month).containsText("1 outcomes charged, 0 taken back");
    }

    @Test
    void showsFinanceTheMonthThatWaitsToBeClosed() {
        decided(GLOBEX, Map.of("topic", "refund"));
        beginInNewMonth();
        Page finance = as(Role.FINANCE_ADMIN);
        Locator waiting = finance.locator("section:has(#h-close) a", new Page.LocatorOptions().setHasText("globex"));
        String earliest = waiting.innerText();
        waiting.click();
        finance.getByText("Close this month").click();
        finance.getByText("Close it for good").click();
        finance.navigate(address("/console"));
        assertThat(finance.locator("main")).not().containsText(earliest);
    }
}
