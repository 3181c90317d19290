package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.notice.NewWebhook;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody listens at the addresses of these tests, so what is sent is not taken. */
class WebhookPagesTest extends ConsoleTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static final String ATTEMPTS =
            "select count(*) from delivery_attempt join delivery using (delivery_key) where webhook = :id";
    private static final String TRIED =
            "select count(distinct delivery_key) from delivery_attempt join delivery using (delivery_key) where webhook = :id";

    @Autowired
    private Webhooks webhooks;

    @Test
    void showsACustomerItsOwnWebhooksAloneAndTheOperatorAll() {
        Webhook own = webhook(Optional.of(ACME));
        Webhook theirs = webhook(Optional.of(GLOBEX));
        Webhook ours = webhook(Optional.empty());
        Page customer = as(Role.CUSTOMER);
        customer.navigate(address("/console/webhooks"));
        assertThat(customer.locator("#results")).containsText(own.url());
        assertThat(customer.locator("#results")).not().containsText(theirs.url());
        assertThat(customer.locator("#results")).not().containsText(ours.url());
        for (Webhook other : List.of(theirs, ours)) {
            assertThat(customer.request()
                            .get(address("/console/webhooks/" + other.id()))
                            .status())
                    .isEqualTo(404);
        }
        Page auditor = as(Role.AUDITOR);
        auditor.navigate(address("/console/webhooks"));
        assertThat(auditor.locator("#results")).containsText(own.url());
        assertThat(auditor.locator("#results")).containsText(ours.url());
        auditor.getByLabel("Customer").selectOption("globex");
        auditor.waitForURL("**/console/webhooks?*customer=globex*");
        assertThat(auditor.locator("#results")).containsText(theirs.url());
        assertThat(auditor.locator("#results")).not().containsText(own.url());
        auditor.navigate(address("/console/webhooks/" + own.id()));
        assertThat(auditor.locator("main button")).hasText(new String[] {"Show"});
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void showsWhatWasTriedAndSendsItAgain() {
        decided(ACME, Map.of("topic", "fraud")); // and with it whatever waited, which nobody is to be told of
        Webhook webhook = webhook(Optional.of(ACME));
        decided(ACME, Map.of("topic", "fraud"));
        await(ATTEMPTS, webhook, 1);
        Page page = as(Role.CUSTOMER);
        page.navigate(address("/console/webhooks/" + webhook.id()));
        Locator row = page.locator("[aria-labelledby=h-deliveries] tbody tr");
        assertThat(row).containsText("decision.issued");
        assertThat(row).containsText("not connected");
        row.locator("summary").click();
        assertThat(row.locator("p.id")).containsText("\"verdict\":\"NOT_BILLABLE\"");
        row.getByText("Send again").click();
        assertThat(page.locator(".note.good")).hasText("It is sent once more, under the same id.");
        await(ATTEMPTS, webhook, 2);
        page.reload();
        assertThat(row).containsText(Pattern.compile("[2-9] attempts"));
        assertThat(page.locator(".timeline")).containsText("Redelivered by " + name(Role.CUSTOMER));
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void sendsAllAgainThatFailedAndDisables() {
        decided(ACME, Map.of("topic", "fraud")); // and with it whatever waited, which nobody is to be told of
        Webhook webhook = webhook(Optional.of(ACME));
        decided(ACME, Map.of("topic", "fraud"));
        decided(ACME, Map.of("topic", "fraud"));
        await(TRIED, webhook, 2);
        jdbc().sql("update delivery set state = 'FAILED', due_at = null where webhook = :webhook")
                .param("webhook", webhook.id().value())
                .update();
        Page page = as(Role.FINANCE_ADMIN);
        page.navigate(address("/console/webhooks/" + webhook.id() + "?state=FAILED"));
        assertThat(page.locator("[aria-labelledby=h-deliveries] tbody tr")).hasCount(2);
        page.getByText("Send all again that failed").click();
        page.getByText("Send them again").click();
        assertThat(page.locator(".note.good")).hasText("2 notices are sent once more.");
        page.getByText("Disable the webhook").click();
        page.locator("button.danger").click();
        assertThat(page.locator("h1 .state")).hasText("Disabled");
        assertThat(page.locator(".note.bad")).containsText("somebody asked for it");
        assertThat(page.getByText("Send again")).hasCount(0);
        assertThat(browsing().complaints()).isEmpty();
    }

    private Webhook webhook(Optional<CustomerId> customer) {
        return webhooks.create(
                        new NewWebhook(
                                customer,
                                "http://127.0.0.1:1/"
                                        + customer.map(CustomerId::value).orElse("us") + "/" + clock().instant(),
                                List.of(NoticeType.DECISION_ISSUED),
                                ""),
                        new Actor("user:somebody", "Somebody", Role.FINANCE_ADMIN, Optional.empty()))
                .webhook();
    }

    private void await(String count, Webhook webhook, int wanted) {
        long giveUp = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (counted(count, webhook) < wanted && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(counted(count, webhook)).isGreaterThanOrEqualTo(wanted);
    }

    private int counted(String count, Webhook webhook) {
        return jdbc().sql(count)
                .param("id", webhook.id().value())
                .query(Integer.class)
                .single();
    }
}
