package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.notice.NewWebhook;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.Receiver;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.Webhooks;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a test has no receiver of its own nobody listens, so what is sent is not taken. */
class WebhookPagesTest extends ConsoleTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static final Actor SOMEBODY = new Actor("user:somebody", "Somebody", Role.FINANCE_ADMIN, Optional.empty());

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
        assertThat(page.locator(".note.bad")).containsText(name(Role.FINANCE_ADMIN) + " asked for it");
        assertThat(page.getByText("Send again")).hasCount(0);
        page.getByText("Enable it again").click();
        assertThat(page.locator("h1 .state")).hasText("In use");
        assertThat(page.locator(".note.good")).containsText("told what happens from now on");
        assertThat(browsing().complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesAWebhookSaysWhatIsWrongAtTheFieldAndShowsTheSecretOnce(boolean scripts) {
        try (Receiver receiver = Receiver.plain()) {
            Page page = as(Role.CUSTOMER, 1280, ColorScheme.LIGHT, scripts);
            page.navigate(address("/console/webhooks"));
            page.getByText("Make a webhook").click();
            assertThat(page.getByLabel("Told of")).hasCount(0);
            assertThat(page.getByLabel("task.overdue")).hasCount(0);
            page.getByLabel("statement.closed").check();
            page.getByLabel("What it is for").fill("the books");
            for (String[] wrong : new String[][] {
                {"http://hooks.example/", "by https alone"},
                {"https://10.0.0.1/", "not public"},
                {"https://somebody:secret@hooks.example/", "no user"}
            }) {
                page.getByLabel("Address").fill(wrong[0]);
                page.getByText("Make it").click();
                assertThat(page.locator("#url-fault")).containsText(wrong[1]);
                assertThat(page.getByLabel("Address")).hasValue(wrong[0]);
                assertThat(page.getByLabel("Address")).hasAttribute("aria-invalid", "true");
                assertThat(page.getByLabel("statement.closed")).isChecked();
                assertThat(page.getByLabel("What it is for")).hasValue("the books");
            }
            page.getByLabel("Address").fill(receiver.url());
            page.getByLabel("statement.closed").uncheck();
            page.getByText("Make it").click();
            assertThat(page.locator("#events-fault")).hasText("Choose at least one event.");
            page.getByLabel("dispute.changed").check();
            page.getByText("Make it").click();
            assertThat(page.locator("#secret")).hasValue(Pattern.compile("whsec_.{44}"));
            assertThat(page.locator("h1")).containsText(receiver.url());
            page.reload();
            assertThat(page.locator("#secret")).hasCount(0);
            page.navigate(address("/console/webhooks/new"));
            page.getByLabel("Address").fill(receiver.url());
            page.getByLabel("dispute.changed").check();
            page.getByText("Make it").click();
            assertThat(page.locator("#url-fault")).containsText("for this address already");
            assertThat(browsing().complaints()).isEmpty();
        }
    }

    @Test
    void makesOneOfTheOperatorOrOfACustomer() {
        try (Receiver receiver = Receiver.plain()) {
            Page page = as(Role.FINANCE_ADMIN);
            page.navigate(address("/console/webhooks?customer=acme"));
            page.getByText("Make a webhook").click();
            assertThat(page.getByLabel("Told of")).hasValue("acme");
            page.getByLabel("Address").fill(receiver.url());
            page.getByLabel("task.overdue").check();
            page.getByText("Make it").click();
            assertThat(page.locator("#events-fault")).containsText("A customer is not told of overdue tasks");
            assertThat(page.getByLabel("Told of")).hasValue("acme");
            page.getByLabel("Told of").selectOption("");
            page.getByText("Make it").click();
            assertThat(page.locator("dl")).containsText("our own, told of every customer");
            assertThat(browsing().complaints()).isEmpty();
        }
    }

    @Test
    void sendsATestAndShowsWhatWasAnswered() {
        try (Receiver receiver = Receiver.plain()) {
            Webhook webhook = webhook(Optional.of(ACME), receiver.url());
            Page page = as(Role.CUSTOMER);
            page.navigate(address("/console/webhooks/" + webhook.id()));
            Locator row =
                    page.locator("[aria-labelledby=h-deliveries] tbody tr").first();
            page.locator("button").getByText("Send a test").click();
            assertThat(row).containsText("webhook.test");
            assertThat(row).containsText("204");
            assertThat(row).containsText("Delivered");
            receiver.answering(302);
            page.locator("button").getByText("Send a test").click();
            assertThat(row).containsText("302, a redirect, which is not followed");
            assertThat(page.locator("h1 .state")).hasText("In use");
            assertThat(browsing().complaints()).isEmpty();
        }
    }

    @Test
    void changesTheSecretAndSaysWhenTheOldOneEnds() {
        Webhook webhook = webhook(Optional.of(ACME));
        Page page = as(Role.CUSTOMER, 1280, ColorScheme.LIGHT, false);
        page.navigate(address("/console/webhooks/" + webhook.id()));
        page.getByText("Change the secret").first().click();
        page.getByLabel("The present secret goes on for").selectOption("an hour");
        page.locator("form button").getByText("Change the secret").click();
        String first = page.locator("#secret").inputValue();
        String ends = Shown.minute(clock().instant().plus(Duration.ofHours(1)), ZoneId.of("UTC"))
                .text();
        assertThat(page.locator(".note.good")).containsText("signed with both until " + ends);
        page.reload();
        assertThat(page.locator("#secret")).hasCount(0);
        assertThat(page.locator("dl")).containsText("Two sign. The old one ends " + ends);
        page.getByText("Change the secret").first().click();
        assertThat(page.locator("details[open]")).containsText("that one ends at once");
        page.getByLabel("The present secret goes on for").selectOption("0");
        page.locator("form button").getByText("Change the secret").click();
        assertThat(page.locator(".note.good")).containsText("The old one signs nothing any more");
        assertThat(page.locator("#secret")).not().hasValue(first);
        assertThat(page.locator("dl")).not().containsText("Two sign");
        assertThat(browsing().complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            failing | it had taken nothing since
            gone    | its receiver answered 410
            """)
    void saysWhyTheServiceDisabledAWebhookAndEnablesIt(String because, String said) {
        Webhook webhook = webhook(Optional.of(ACME));
        jdbc().sql("""
                        update webhook
                        set disabled_at = created_at, disabled_because = :because, failing_since = created_at
                        where id = :id
                        """)
                .param("because", because)
                .param("id", webhook.id().value())
                .update();
        Page page = as(Role.CUSTOMER);
        page.navigate(address("/console/webhooks/" + webhook.id()));
        assertThat(page.locator(".note.bad")).containsText(said);
        assertThat(page.getByText("Send a test")).hasCount(0);
        Webhook again = webhook(Optional.of(ACME), webhook.url());
        page.getByText("Enable it again").click();
        assertThat(page.locator(".note.bad").first()).containsText("there is one for this address already");
        webhooks.disable(again, SOMEBODY);
        page.getByText("Enable it again").click();
        assertThat(page.locator("h1 .state")).hasText("In use");
        assertThat(browsing().complaints()).isEmpty();
    }

    private Webhook webhook(Optional<CustomerId> customer) {
        return webhook(
                customer,
                "http://127.0.0.1:1/" + customer.map(CustomerId::value).orElse("us") + "/" + clock().instant());
    }

    private Webhook webhook(Optional<CustomerId> customer, String url) {
        return webhooks.create(new NewWebhook(customer, url, List.of(NoticeType.DECISION_ISSUED), ""), SOMEBODY)
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
