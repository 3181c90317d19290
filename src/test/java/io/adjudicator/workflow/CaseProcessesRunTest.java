package io.adjudicator.workflow;

import static io.adjudicator.workflow.CaseService.REVIEWER;
import static io.adjudicator.workflow.CaseService.START;
import static io.adjudicator.workflow.ToldSteps.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way through the processes of cases, on the real broker and PostgreSQL. */
class CaseProcessesRunTest {

    @TempDir
    private static Path directory;

    private static CaseService service;

    @BeforeAll
    static void start() {
        service = CaseService.start(directory);
        service.moveTo(START);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aFlaggedOutcomeIsDecidedByAPerson() {
        CaseId id = CaseService.id(CaseKind.CLAIM_REVIEW, "flagged");
        service.answers().tell(id, ToldSteps.ask("decide", 1, service.now()));
        service.open(CaseKind.CLAIM_REVIEW, "flagged");

        Task task = service.task(id);
        assertThat(task.kind().wireName()).isEqualTo("decide-flagged-outcome");
        service.complete(task, REVIEWER, DONE);

        service.awaitClosed(id);
    }
}
