package io.adjudicator.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.NewTask;
import io.adjudicator.casework.Step;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.dispute.Answer;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.NewDispute;
import io.adjudicator.dispute.Selection;
import io.adjudicator.review.FlaggedOutcome;
import io.adjudicator.review.Reviews;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deciding many at once; the steps of the processes are asked by hand. */
class DecisionPagesTest extends ConsoleTest {

    private static final Actor CARL = new Actor("user:carl", "Carl", Role.CUSTOMER, Optional.of(ACME));

    @Autowired
    private Disputes disputes;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Tasks tasks;

    @Autowired
    private List<Step> steps;

    @Test
    void splitsADisputeByWhatItsOutcomesHaveInCommon() {
        List<String> dear =
                List.of(decided(ACME, Map.of("topic", "insurance")), decided(ACME, Map.of("topic", "insurance")));
        String cheap = decided(ACME, Map.of("topic", "refund"));
        String other = decided(ACME, Map.of("topic", "returns"));
        CaseId dispute = inReview(List.of(dear.get(0), cheap, dear.get(1), other));
        Page page = as(Role.REVIEWER, 375, ColorScheme.LIGHT, false);
        page.navigate(address("/console/cases/" + dispute));
        page.getByLabel("Upheld for some").check();
        page.getByLabel("topic insurance (2)").check();
        page.getByLabel("Uphold " + cheap).check();
        page.getByLabel("Why, in your own words").fill("Three were wrong.");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "console-375-split.png"))
                .setFullPage(true));
        page.getByText("Show what follows").click();
        assertThat(page.locator("p.conclusion").first()).hasText("3 outcomes; charged more (less), in all: -5.97 USD.");
        assertThat(page.getByLabel("topic insurance (2)")).isChecked();
        page.getByLabel("The other way round").check();
        page.getByText("Show what follows").click();
        assertThat(page.locator("p.conclusion").first()).hasText("1 outcome; charged more (less), in all: -0.99 USD.");
        page.getByLabel("The other way round").uncheck();
        page.locator("main")
                .getByText("Answer", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(page.locator(".note.good")).containsText("Answered.");
        Answer.Split split = (Answer.Split)
                disputes.find(dispute).orElseThrow().answers().getFirst().answer();
        assertThat(split.upheld().keySet()).containsExactlyInAnyOrder(dear.get(0), dear.get(1), cheap);
        assertThat(browsing().complaints()).isEmpty();
    }

    /** 2.49 as complex, 0.99 as simple. */
    @Test
    void upholdsAWrongTierAsTheRightOne() {
        CaseId dispute = inReview(List.of(decided(ACME, Map.of("topic", "insurance"))));
        Page page = as(Role.REVIEWER, 1280, ColorScheme.LIGHT, false);
        page.navigate(address("/console/cases/" + dispute));
        page.getByLabel("Upheld", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Upheld as tier").fill("simple");
        page.getByLabel("Why, in your own words").fill("It was an easy one.");
        page.getByText("Show what follows").click();
        assertThat(page.locator("p.conclusion").first()).hasText("1 outcome; charged more (less), in all: -1.50 USD.");
        page.locator("main")
                .getByText("Answer", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(page.locator(".note.good")).containsText("Answered.");
        Answer.Upheld upheld = (Answer.Upheld)
                disputes.find(dispute).orElseThrow().answers().getFirst().answer();
        assertThat(upheld.found().orElseThrow().tier()).contains("simple");
        assertThat(browsing().complaints()).isEmpty();
    }

    @Test
    void givesATaskOnlyToWhoMayHaveIt() {
        CaseId dispute = inReview(List.of(decided(ACME, Map.of("topic", "refund"))));
        Page lead = as(Role.LEAD);
        lead.navigate(address("/console/cases/" + dispute));
        for (String nobody : List.of("nobody", name(Role.CUSTOMER), name(Role.FINANCE_ADMIN))) {
            lead.getByLabel("Give it to").fill(nobody);
            lead.getByText("Give", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(lead.locator("[role=alert]")).containsText("account of the role reviewer");
        }
        lead.getByLabel("Give it to").fill(name(Role.REVIEWER));
        lead.getByText("Give", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(lead.locator(".taskbar")).containsText(name(Role.REVIEWER) + " has it");
    }

    @Test
    void keepsWhatWasChosenWhenAnAnswerIsRefused() {
        String one = decided(ACME, Map.of("topic", "refund"));
        CaseId dispute = inReview(List.of(one, decided(ACME, Map.of("topic", "insurance"))));
        Page page = as(Role.REVIEWER, 1280, ColorScheme.DARK, false);
        page.navigate(address("/console/cases/" + dispute));
        page.getByLabel("Upheld for some").check();
        page.getByLabel("Uphold " + one).check();
        page.getByLabel("tier complex (1)").check();
        page.getByLabel("Why, in your own words").fill(" ");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "console-1280-split.png"))
                .setFullPage(true));
        page.locator("main")
                .getByText("Answer", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(page.locator("[role=alert]")).containsText("in your own words");
        assertThat(page.getByLabel("Uphold " + one)).isChecked();
        assertThat(page.getByLabel("tier complex (1)")).isChecked();
    }

    @Test
    void decidesLikeFlaggedOutcomesTogetherAfterALook() {
        List<String> odd = List.of(decided(ACME, Map.of("topic", "odd")), decided(ACME, Map.of("topic", "odd")));
        odd.stream().map(outcome -> reviews.ofOutcome(outcome).getFirst()).forEach(this::ask);
        Page page = as(Role.REVIEWER);
        page.navigate(address("/console/tasks"));
        odd.forEach(outcome ->
                page.getByLabel("Choose Decide flagged outcome " + outcome).check());
        page.getByText("Decide the chosen together").click();
        assertThat(page.locator("h1")).hasText("2 tasks, one decision");
        assertThat(page.locator("#tiers option").all()).hasSize(2);
        page.getByLabel("Billable", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Tier, if billable").fill("complex");
        page.getByLabel("Why, in your own words").fill("Both were odd, and helped.");
        page.getByText("Show what follows").click();
        assertThat(page.locator("p.conclusion")).hasText("2 outcomes; charged more (less), in all: 4.98 USD.");
        page.locator("main button").getByText("Decide").click();
        assertThat(page.locator(".note.good")).hasText("2 outcomes decided.");
        assertThat(browsing().complaints()).isEmpty();
    }

    private void ask(FlaggedOutcome review) {
        tasks.ask(new NewTask(
                review.id(),
                TaskKind.DECIDE_FLAGGED_OUTCOME,
                1,
                Optional.of(review.remindAt()),
                Optional.of(review.dueAt()),
                1));
    }

    private CaseId inReview(List<String> outcomes) {
        CaseId dispute = disputes.raise(
                        new NewDispute(
                                ACME,
                                "split-" + outcomes.getFirst(),
                                new Selection.Outcomes(outcomes),
                                "not_resolved",
                                "They came back.",
                                List.of()),
                        CARL)
                .dispute()
                .id();
        Object round = steps.stream()
                .filter(step -> step.job().equals("dispute.readjudicate"))
                .findAny()
                .orElseThrow()
                .run(dispute)
                .get("round");
        tasks.ask(
                new NewTask(dispute, TaskKind.REVIEW_DISPUTE, (Integer) round, Optional.empty(), Optional.empty(), 1));
        return dispute;
    }
}
