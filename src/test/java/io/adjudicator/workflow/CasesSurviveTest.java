package io.adjudicator.workflow;

import static io.adjudicator.workflow.CaseService.BOUND;
import static io.adjudicator.workflow.CaseService.REVIEWER;
import static io.adjudicator.workflow.CaseService.START;
import static io.adjudicator.workflow.ToldSteps.DONE;
import static io.adjudicator.workflow.ToldSteps.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Task;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.kernel.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** No task is lost and none is doubled when broker, service and database die. EngineLossTest takes the broker's data away. */
class CasesSurviveTest {

    private static final int MANY = 200;

    @TempDir
    private Path directory;

    /** Two services, people at both, and a broker that dies in the middle; then all of it is started again. */
    @Test
    void ofManyCasesNoneIsLostAndNoneIsDecidedTwice() throws Exception {
        List<CaseId> ids;
        try (CaseService one = CaseService.start(directory);
                CaseService other = beside(one)) {
            one.moveTo(START);
            other.moveTo(START);
            ids = IntStream.range(0, MANY)
                    .mapToObj(number -> (number % 2 == 0 ? one : other)
                            .open(CaseKind.CLAIM_REVIEW, "many" + number, ask("decide", 1, START)))
                    .toList();
            await().atMost(BOUND).until(() -> one.count("select count(*) from task") >= MANY / 4);
            one.killBroker();
            awaitOpen(one, MANY);
            decideAtBoth(one, other, ids.subList(0, MANY / 2));
        }
        try (CaseService again = CaseService.start(directory)) {
            again.moveTo(START);
            awaitOpen(again, MANY / 2);
            ids.subList(MANY / 2, MANY).forEach(id -> again.complete(again.task(id), REVIEWER, DONE));
            ids.forEach(again::awaitClosed);
            assertThat(again.count("select count(*) from task")).isEqualTo(MANY);
            assertThat(again.count("select count(*) from task where state = 'DONE'"))
                    .isEqualTo(MANY);
            assertThat(again.count("select count(*) from case_event where what = 'task_completed'"))
                    .isEqualTo(MANY);
        }
    }

    /** Two people try each task at the same time, one at each service; exactly one of them decides it. */
    private static void decideAtBoth(CaseService one, CaseService other, List<CaseId> ids) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (CaseId id : ids) {
                Task seen = one.task(id);
                Stream.of(one, other).forEach(at -> tries.add(people.submit(() -> decided(at, seen))));
            }
            int decided = 0;
            for (Future<Boolean> attempt : tries) {
                decided += attempt.get() ? 1 : 0;
            }
            assertThat(decided).isEqualTo(ids.size());
        }
    }

    private static boolean decided(CaseService at, Task seen) {
        try {
            at.complete(seen, REVIEWER, DONE);
            return true;
        } catch (Refused second) {
            assertThat(second.code()).isEqualTo("task_changed");
            return false;
        }
    }

    private static void awaitOpen(CaseService service, int expected) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(service.count("select count(*) from task where state = 'OPEN'"))
                        .isEqualTo(expected));
    }

    /** On the same database and broker. */
    private CaseService beside(CaseService one) {
        JdbcConnectionDetails database = one.bean(JdbcConnectionDetails.class);
        return CaseService.start(
                directory.resolve("other"),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--adjudicator.zeebe.grpc-address="
                        + one.bean(EmbeddedZeebeBroker.class).grpcAddress());
    }
}
