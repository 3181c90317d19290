package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whole stories of several people, with real browsers, a real PostgreSQL and a real engine. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=true",
            "adjudicator.clock=movable",
            "adjudicator.contracts-dir=src/test/contracts/disputes"
        })
class JourneyTest extends ConsoleTest {

    /** For a broker that starts beside a browser, on a machine that does other things. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("journeys");
        properties.add("adjudicator.data-dir", folder::toString);
        properties.add(
                "adjudicator.cache-dir",
                () -> Path.of(System.getProperty("user.home"), ".cache", "adjudicator")
                        .toString());
    }

    @Test
    void aSampleIsDisputedEvidenceAskedForUpheldApprovedByTwoAndCredited() {
        beginInNewMonth();
        decided(ACME, Map.of("topic", "insurance"));
        decided(ACME, Map.of("topic", "insurance"));
        Page customer = as(Role.CUSTOMER);
        customer.navigate(address("/console/disputes/new"));
        customer.getByLabel("Month").fill(month());
        customer.getByLabel("Outcomes", new Page.GetByLabelOptions().setExact(true))
                .fill("2");
        customer.getByLabel("Why you object").fill("not_resolved");
        customer.getByLabel("What happened").fill("Both came back to our own people.");
        customer.getByText("Raise the dispute").click();
        assertThat(customer.locator(".note.good")).hasText("The dispute was raised.");
        String dispute = customer.url();

        Page reviewer = as(Role.REVIEWER);
        await(reviewer, dispute, "#h-task", "Review dispute");
        assertThat(reviewer.locator("[data-drawn=true]")).isVisible();
        reviewer.getByLabel("Ask for evidence").check();
        reviewer.getByLabel("Why, in your own words").fill("Please send the transcript.");
        press(reviewer, "Answer");

        await(customer, dispute, ".state", "waiting");
        customer.getByLabel("Note", new Page.GetByLabelOptions().setExact(true))
                .fill("The transcripts are attached to our ticket 7.");
        press(customer, "Add");

        await(reviewer, dispute, "#h-decide", "Decide");
        reviewer.getByLabel("Upheld", new Page.GetByLabelOptions().setExact(true))
                .check();
        reviewer.getByLabel("Why, in your own words").fill("The transcripts show it.");
        press(reviewer, "Show what follows");
        assertThat(reviewer.locator("[aria-label='What follows, by outcome'] tbody tr"))
                .hasCount(2);
        assertThat(reviewer.locator("[aria-label='What follows, by outcome']")).containsText("-2.49");
        press(reviewer, "Answer");

        Page first = as(Role.FINANCE_ADMIN);
        await(first, address("/console/tasks?kind=approve-credit"), "main tbody a", "Approve credit");
        first.locator("main tbody a").first().click();
        assertThat(first.locator("#h-credit")).hasText("Credit of 4.98 USD");
        press(first, "Approve");
        assertThat(first.locator(".note.good")).hasText("Approved.");
        String credit = first.url();
        await(first, credit, "#h-task", "Approve credit again");
        assertThat(first.locator("main .note").last()).containsText("Somebody else has to answer this");
        assertThat(first.getByText("Approve", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);

        Page second = browsing().page(1280, ColorScheme.LIGHT, true);
        second.navigate(address("/console/sign-in"));
        signIn(second, another(Role.FINANCE_ADMIN), PASSWORD);
        second.navigate(credit);
        press(second, "Approve");

        await(customer, dispute, "h1 .state", "upheld");
        customer.navigate(address("/console/statements/acme/" + month()));
        Locator line = customer.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("complex"));
        assertThat(line.locator("td.number").allInnerTexts()).containsExactly("2", "2", "0.00", "0.00");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void aFlaggedOutcomeIsEscalatedAndDecidedByTheLead() {
        String outcome = decided(ACME, Map.of("topic", "strange"));
        Page reviewer = as(Role.REVIEWER);
        awaitTask(reviewer, outcome);
        clock().moveTo(clock().instant().plus(Duration.ofDays(3)));
        Page lead = as(Role.LEAD);
        await(lead, address("/console/tasks?text=" + outcome), ".late", "overdue");
        lead.locator("main tbody a").click();
        lead.getByLabel("Not billable", new Page.GetByLabelOptions().setExact(true))
                .check();
        lead.getByLabel("Reason word").fill("not resolved");
        lead.getByLabel("Why, in your own words").fill("Nobody was helped.");
        press(lead, "Decide");
        assertThat(lead.locator(".note.good")).hasText("Decided.");
        assertThat(lead.locator("p.conclusion")).containsText("not billable");
        assertThat(lead.locator(".why q")).hasText("Nobody was helped.");
        assertThat(lead.locator("tr:has(.finding.review) td.text")).containsText("asks for a person");
        assertThat(lead.locator(".timeline")).containsText("due: 20");
        reviewer.navigate(address("/console/tasks?text=" + outcome));
        assertThat(reviewer.locator("#results .note")).containsText("Nothing waits here");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void theSecondOfTwoIsToldThatTheTaskIsTaken() {
        String outcome = decided(ACME, Map.of("topic", "odd"));
        Page one = as(Role.REVIEWER);
        awaitTask(one, outcome);
        one.locator("main tbody a").click();
        String faster = name(Role.REVIEWER);
        Page other = browsing().page(1280, ColorScheme.LIGHT, true);
        other.navigate(address("/console/sign-in"));
        signIn(other, another(Role.REVIEWER), PASSWORD);
        other.navigate(one.url());
        press(one, "Take it");
        assertThat(one.locator(".taskbar")).containsText("you have it");
        press(other, "Take it");
        assertThat(other.locator("[role=alert]")).containsText(faster);
        press(one, "Put it back");
        assertThat(one.locator(".taskbar")).containsText("nobody has it yet");
    }

    @Test
    void theNextTaskIsTakenByKeyboard() {
        awaitTask(as(Role.REVIEWER), decided(ACME, Map.of("topic", "odd")));
        Page reviewer = as(Role.REVIEWER);
        reviewer.navigate(address("/console/tasks"));
        pressAccessKey(reviewer, "N");
        reviewer.waitForURL(Pattern.compile(".*/console/cases/.*"));
        assertThat(reviewer.locator(".taskbar")).containsText("you have it");
        press(reviewer, "Put it back");
    }

    private void awaitTask(Page page, String outcome) {
        await(page, address("/console/tasks?text=" + outcome), "main tbody a", "Decide flagged outcome");
    }

    /** Loads an address again until it shows a text, as somebody does who waits. */
    private static void await(Page page, String address, String place, String text) {
        Instant end = Instant.ofEpochMilli(System.currentTimeMillis()).plus(LONG_ENOUGH);
        Locator found = page.locator(place).filter(new Locator.FilterOptions().setHasText(text));
        do {
            page.navigate(address);
        } while (found.count() == 0 && before(end));
        assertThat(found.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(1_000));
    }

    private static boolean before(Instant end) {
        return System.currentTimeMillis() < end.toEpochMilli();
    }

    /** Playwright's own keyboard sends no text with Alt, and without it Chromium knows no access key. */
    private static void pressAccessKey(Page page, String letter) {
        JsonObject key = new JsonObject();
        key.addProperty("type", "keyDown");
        key.addProperty("modifiers", 1);
        key.addProperty("key", letter.toLowerCase(Locale.ROOT));
        key.addProperty("unmodifiedText", letter.toLowerCase(Locale.ROOT));
        key.addProperty("windowsVirtualKeyCode", (int) letter.charAt(0));
        page.context().newCDPSession(page).send("Input.dispatchKeyEvent", key);
    }

    private static void press(Page page, String button) {
        page.locator("main button:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + button + "$")))
                .first()
                .click();
        page.waitForLoadState();
    }
}
