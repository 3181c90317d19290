package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
    void saysThatAFormWasSentAndSendsItOnce() {
        Page page = browsing().page(1280, ColorScheme.LIGHT, true);
        page.navigate(address("/console/sign-in"));
        // After the console's own listener: counts what would go out, and keeps it here.
        page.evaluate("""
                window.sent = 0;
                document.addEventListener('submit', (event) => {
                  window.sent += event.defaultPrevented ? 0 : 1;
                  event.preventDefault();
                });""");
        page.getByLabel("Name").fill("ann");
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("main button").click();
        assertThat(page.locator("main form[aria-busy=true] [role=status]")).hasText("Working …");
        page.locator("main button").click();
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.sent")).isEqualTo(1);
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
