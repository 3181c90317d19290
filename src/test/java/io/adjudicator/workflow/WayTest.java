package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayTest {

    private static final String INSTANT = "2026-03-02T09:00:00Z";

    @ParameterizedTest
    @CsvSource(textBlock = """
            dispute.proceed, decide,  1, 2026-03-02T09:00:00Z, expected dispute.proceed to answer one of
            dispute.proceed, ,        1, 2026-03-02T09:00:00Z, but got null
            dispute.proceed, review,  0, 2026-03-02T09:00:00Z, but got round 0
            dispute.proceed, review,  1, tomorrow,             but got remindAt tomorrow
            credit.proceed,  approve, 1, ,                     but got remindAt null
            credit.proceed,  wait,    1, 2026-03-02T09:00:00Z, expected credit.proceed to answer one of
            """)
    void refusesWhatAProcessCannotGoOnWith(String job, String next, int round, String remindAt, String message) {
        Map<String, Object> answer = new HashMap<>(Map.of("round", round, "dueAt", INSTANT));
        answer.put("next", next);
        answer.put("remindAt", remindAt);
        assertThatThrownBy(() -> Way.check(job, answer)).hasMessageContaining(message);
    }

    @Test
    void takesWhatFits() {
        assertThatCode(() -> {
                    Way.check(
                            "credit.proceed",
                            Map.of("next", "approve-again", "round", 1, "remindAt", INSTANT, "dueAt", INSTANT));
                    Way.check("dispute.proceed", Map.of("next", "wait", "waitUntil", INSTANT));
                    Way.check("dispute.proceed", Map.of("next", "credit", "creditCaseId", "crv_1"));
                    Way.check("review.prepare", Map.of("next", "done"));
                    Way.check("credit.post", Map.of());
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1,   PT5S
            2,   PT10S
            4,   PT40S
            5,   PT1M
            999, PT1M
            """)
    void pausesLongerAfterEachFailure(int failures, Duration pause) {
        assertThat(JobFailures.pauseAfter(failures)).isEqualTo(pause);
    }
}
