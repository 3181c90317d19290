package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseIds;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.NewCase;
import io.adjudicator.casework.NewTask;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.kernel.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The queue over the API. The tests share a database: each has a customer of its own. */
class TasksTest extends ApiTest {

    @Autowired
    private Cases cases;

    @Autowired
    private Tasks tasks;

    @Autowired
    private CaseIds ids;

    @Test
    void listsTasksByWhenTheyAreDueInPages() {
        ask("paged", 3);
        ask("paged", 1);
        ask("paged", 2);
        Http reviewer = as(Role.REVIEWER);
        List<String> due = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reviewer.get("/v1/tasks?customer=paged&state=OPEN&limit=2" + cursor)
                    .json();
            page.path("tasks")
                    .valueStream()
                    .forEach(task -> due.add(task.path("dueAt").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(due).containsExactly("2026-07-03T00:00:00Z", "2026-07-04T00:00:00Z", "2026-07-05T00:00:00Z");
    }

    @Test
    void filtersTheQueue() {
        String mine = ask("filtered", 1);
        String free = ask("filtered", 2);
        Http reviewer = as(Role.REVIEWER);
        post(reviewer, mine, "claim", "'version': 1");
        assertThat(found(reviewer, "assignee=me")).containsExactly(mine);
        assertThat(found(reviewer, "free=true")).containsExactly(free);
        assertThat(found(reviewer, "overdue=true")).isEmpty();
        assertThat(found(reviewer, "kind=approve-credit")).isEmpty();
        assertThat(found(reviewer, "kind=review-dispute&caseKind=dispute&role=reviewer"))
                .containsExactly(mine, free);
        assertThat(found(reviewer, "text=OUTCOME+oc_2")).containsExactly(free);
        assertThat(reviewer.get("/v1/tasks?kind=nap&free=maybe")
                        .json()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("at").asString()))
                .containsExactly("?kind", "?free");
    }

    @Test
    void tellsTheSecondOfTwoPeopleWhoHasTheTask() {
        String task = ask("raced", 1);
        Http first = as(Role.REVIEWER);
        Http second = as(Role.REVIEWER);
        Http.Reply claimed = post(first, task, "claim", "'version': 1");
        assertThat(claimed.json().path("version").asInt()).isEqualTo(2);
        String holder = claimed.json().path("assignee").asString();
        assertThat(holder).startsWith("key:");

        Http.Reply stale = post(second, task, "claim", "'version': 1");
        assertThat(stale.status() + stale.code()).isEqualTo("409task_changed");
        assertThat(stale.text()).contains(holder);
        assertThat(post(second, task, "claim", "'version': 2").code()).isEqualTo("task_taken");
        assertThat(post(second, task, "release", "'version': 2").code()).isEqualTo("task_taken");
        assertThat(post(first, task, "release", "'version': 2").json().has("assignee"))
                .isFalse();
        assertThat(post(second, task, "claim", "'version': 3").status()).isEqualTo(200);
    }

    @Test
    void letsALeadReassignAndReturnTasks() {
        String task = ask("led", 1);
        Http lead = as(Role.LEAD);
        assertThat(post(lead, task, "reassign", "'version': 1, 'to': 'user:ann'")
                        .json()
                        .path("assignee")
                        .asString())
                .isEqualTo("user:ann");
        assertThat(lead.postJson("/v1/tasks/returns", "{'assignee': 'user:ann'}")
                        .json()
                        .path("returned")
                        .asInt())
                .isEqualTo(1);
        assertThat(post(lead, task, "claim", "'version': 3").status()).isEqualTo(200);
        assertThat(timeline(lead, task)).containsExactly("task_reassigned", "task_returned", "task_claimed");
        assertThat(post(as(Role.REVIEWER), task, "reassign", "'version': 4, 'to': 'user:ann'")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsMoneyFromReviewersAndLeads() {
        String approval = ask("money", 1, CaseKind.CREDIT_REVIEW, TaskKind.APPROVE_CREDIT);
        for (Role role : List.of(Role.REVIEWER, Role.LEAD)) {
            assertThat(post(as(role), approval, "claim", "'version': 1").status())
                    .isEqualTo(403);
        }
        assertThat(post(as(Role.FINANCE_ADMIN), approval, "claim", "'version': 1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesTheNextTaskOfSomebodysRole() {
        assertThat(as(Role.FINANCE_ADMIN).get("/v1/tasks/next").status()).isEqualTo(204);
        String approval = ask("next", 1, CaseKind.CREDIT_REVIEW, TaskKind.APPROVE_CREDIT);
        Http finance = as(Role.FINANCE_ADMIN);
        assertThat(finance.get("/v1/tasks/next").json().path("id").asString()).isEqualTo(approval);
        tasks.complete(
                tasks.find(new TaskId(approval)).orElseThrow().id(),
                1,
                new Actor("user:fay", "Fay", Role.FINANCE_ADMIN, Optional.empty()),
                Map.of("decision", "approved"));
        assertThat(finance.get("/v1/tasks/next").status()).isEqualTo(204);
        JsonNode done = finance.get("/v1/tasks/" + approval).json();
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("answer").path("decision").asString()).isEqualTo("approved");
    }

    @Test
    void showsACaseWithItsTimeline() {
        String task = ask("shown", 1);
        CaseId id = new CaseId(task.substring(0, task.indexOf('.')));
        cases.record(
                id,
                CaseEvent.bySystem(
                        Instant.parse("2026-07-02T00:00:00Z"), "evidence_added", Map.of("evidence", "ev_1")));
        JsonNode shown = as(Role.AUDITOR).get("/v1/cases/" + id).json();
        assertThat(shown.path("kind").asString()).isEqualTo("dispute");
        assertThat(shown.path("tasks").get(0).path("id").asString()).isEqualTo(task);
        assertThat(shown.path("timeline")
                        .get(0)
                        .path("details")
                        .path("evidence")
                        .asString())
                .isEqualTo("ev_1");
        assertThat(as(Role.CUSTOMER).get("/v1/cases/" + id).status()).isEqualTo(403);
    }

    @Test
    void refusesWhatDoesNotExistOrMakesNoSense() {
        Http lead = as(Role.LEAD);
        assertThat(lead.get("/v1/tasks/none").code()).isEqualTo("unknown_task");
        assertThat(lead.get("/v1/cases/none").code()).isEqualTo("unknown_case");
        assertThat(lead.get("/v1/cases/dsp_none").code()).isEqualTo("unknown_case");
        assertThat(lead.get("/v1/tasks?cursor=x").code()).isEqualTo("bad_parameter");
        String task = ask("senseless", 1);
        assertThat(post(lead, task, "claim", "").code()).isEqualTo("missing_field");
        assertThat(post(lead, task, "reassign", "'version': 1").code()).isEqualTo("missing_field");
    }

    private String ask(String customer, int dueInDays) {
        return ask(customer, dueInDays, CaseKind.DISPUTE, TaskKind.REVIEW_DISPUTE);
    }

    private String ask(String customer, int dueInDays, CaseKind caseKind, TaskKind kind) {
        CaseId id = ids.next(caseKind);
        cases.open(
                new NewCase(id, caseKind, new CustomerId(customer), "Outcome oc_" + dueInDays, NOW, Optional.empty()));
        Optional<Instant> due = Optional.of(NOW.plus(Duration.ofDays(dueInDays)));
        tasks.ask(new NewTask(id, kind, 1, Optional.empty(), due, 1));
        return id + "." + kind.wireName() + ".1";
    }

    private static Http.Reply post(Http caller, String task, String what, String members) {
        return caller.postJson("/v1/tasks/" + task + "/" + what, "{" + members + "}");
    }

    private static List<String> found(Http caller, String filter) {
        return caller.get("/v1/tasks?customer=filtered&" + filter)
                .json()
                .path("tasks")
                .valueStream()
                .map(task -> task.path("id").asString())
                .toList();
    }

    private static List<String> timeline(Http caller, String task) {
        return caller.get("/v1/cases/" + task.substring(0, task.indexOf('.')))
                .json()
                .path("timeline")
                .valueStream()
                .map(line -> line.path("what").asString())
                .toList();
    }
}
