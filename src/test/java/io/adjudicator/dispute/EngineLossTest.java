package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.credit.Goodwill;
import io.adjudicator.credit.NewGoodwill;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine loses all it has, with a dispute at every place where one can stand: once while the service keeps running, and once more with
 * the service. What each gives back, 4.98 USD for two outcomes, two people approve; only what the deadline gives back, 0.99 USD, needs none.
 */
class EngineLossTest {

    private static final List<String> OF_TWO_OUTCOMES =
            List.of("open", "answered", "waiting", "brought", "between", "approved", "posted", "withdrawn");

    @TempDir
    private Path directory;

    private final Map<String, CaseId> ids = new HashMap<>();

    @Test
    void eachDisputeEndsOnceThoughTheEngineForgetsAllOfThemTwice() {
        try (LiveOffice office = LiveOffice.start(directory)) {
            raiseAll(office);
            bringWhereTheyStand(office);
            office.loseEngine(() -> goOnWithoutEngine(office));
            goOn(office);
        }
        LiveOffice.deleteEngineData(directory);
        try (LiveOffice office = LiveOffice.start(directory)) {
            office.moveTo(LiveOffice.OCCURRED.plus(Duration.ofDays(9)));
            finish(office);
            eachEndedOnce(office);
        }
    }

    private void raiseAll(LiveOffice office) {
        Map<String, String> topics = new HashMap<>(Map.of("deadline-1", "refund"));
        OF_TWO_OUTCOMES.forEach(name -> topics.putAll(Map.of(name + "-1", "insurance", name + "-2", "insurance")));
        office.settled(topics);
        OF_TWO_OUTCOMES.forEach(name -> ids.put(name, office.raise(name, name + "-1", name + "-2")));
        ids.put("deadline", office.raise("deadline", "deadline-1"));
        ids.put(
                "goodwill",
                office.bean(Goodwill.class)
                        .request(
                                new NewGoodwill(
                                        Office.ACME, "w1", new BigDecimal("2.00"), "The outage.", Optional.empty()),
                                Office.ROSE)
                        .review()
                        .id());
    }

    private void bringWhereTheyStand(LiveOffice office) {
        Stream.of("open", "answered", "withdrawn", "goodwill").forEach(name -> office.task(of(name)));
        Stream.of("waiting", "brought").forEach(name -> office.answer(of(name), asked(Optional.empty()), Office.ROSE));
        office.answer(of("deadline"), asked(Optional.of(Answer.Otherwise.UPHELD)), Office.ROSE);
        Stream.of("between", "approved", "posted")
                .peek(name -> office.answer(of(name), Office.upheld(), Office.ROSE))
                .forEach(name -> approveFirst(office, name));
    }

    private static Answer asked(Optional<Answer.Otherwise> otherwise) {
        return new Answer.Asked("Which ticket?", Side.CUSTOMER, Optional.empty(), otherwise);
    }

    private void approveFirst(LiveOffice office, String name) {
        CaseId credit = office.credit(of(name));
        office.approve(credit, Office.FAY);
        assertThat(office.task(credit).kind()).isEqualTo(TaskKind.APPROVE_CREDIT_AGAIN);
    }

    /** One credit is posted, and the engine does not hear of it. */
    private void goOnWithoutEngine(LiveOffice office) {
        office.answer(of("answered"), Office.upheld(), Office.ROSE);
        office.bringEvidence(of("brought"));
        Stream.of("approved", "posted").forEach(name -> office.approve(office.credit(of(name)), Office.FLO));
        office.step("dispute.proceed", of("posted"));
        office.bean(Disputes.class).withdraw(of("withdrawn"), "We found it.", Office.CARL);
    }

    private void goOn(LiveOffice office) {
        office.awaitState(of("approved"), DisputeState.UPHELD);
        assertThat(office.task(of("open")).round()).isEqualTo(1);
        assertThat(office.task(of("brought")).round()).isEqualTo(2);
        approveFirst(office, "answered");
        office.approve(office.credit(of("between")), Office.FLO);
        office.awaitState(of("between"), DisputeState.UPHELD);
        office.bringEvidence(of("waiting"));
        assertThat(office.task(of("waiting")).round()).isEqualTo(2);
        assertThat(office.state(of("deadline"))).isEqualTo(DisputeState.WAITING);
    }

    private void finish(LiveOffice office) {
        office.awaitState(of("deadline"), DisputeState.UPHELD);
        office.approve(office.credit(of("answered")), Office.FLO);
        office.approve(of("goodwill"), Office.FAY);
        for (String name : List.of("open", "waiting", "brought")) {
            office.answer(of(name), Office.upheld(), Office.ROSE);
            approveFirst(office, name);
            office.approve(office.credit(of(name)), Office.FLO);
        }
        OF_TWO_OUTCOMES.stream()
                .filter(name -> !name.equals("withdrawn"))
                .forEach(name -> office.awaitState(of(name), DisputeState.UPHELD));
        office.awaitClosed(of("goodwill"));
    }

    private void eachEndedOnce(LiveOffice office) {
        assertThat(office.state(of("withdrawn"))).isEqualTo(DisputeState.WITHDRAWN);
        assertThat(office.charged("withdrawn-1", "withdrawn-2")).isEqualByComparingTo("4.98");
        OF_TWO_OUTCOMES.stream()
                .filter(name -> !name.equals("withdrawn"))
                .forEach(name -> assertThat(office.charged(name + "-1", name + "-2"))
                        .as(name)
                        .isEqualByComparingTo("0"));
        assertThat(office.charged("deadline-1")).isEqualByComparingTo("0");
        assertThat(office.count("select count(*) from decision where number = 2"))
                .isEqualTo(7 * 2 + 1);
        assertThat(office.count("select count(*) from decision where number > 2"))
                .isZero();
        assertThat(office.count("select count(*) from credit_posting")).isEqualTo(7 + 1);
        assertThat(office.count("select count(*) from credit_grant where category = 'promotional'"))
                .isEqualTo(1);

        // Reviews: one each, and a second where evidence came; approvals: two each of seven, and one of goodwill.
        assertThat(office.count("select count(*) from task")).isEqualTo(9 + 2 + 7 * 2 + 1);
        assertThat(office.count("select count(*) from task where state = 'DONE'"))
                .isEqualTo(25);
        assertThat(office.count("select count(*) from case_event where what = 'task_completed'"))
                .isEqualTo(25);
        assertThat(office.count("select count(*) from work_case where closed_at is null"))
                .isZero();
    }

    private CaseId of(String name) {
        return Objects.requireNonNull(ids.get(name));
    }
}
