package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.adjudication.Settled;
import io.adjudicator.window.Cohort;
import io.adjudicator.window.CohortId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementWindowProcessTest {

    private static final Instant FIRED_FOR = Instant.parse("2026-07-04T12:00:00Z");

    @Test
    void goesOnWhileMoreIsDue() {
        Settled page = new Settled(2_000, true, Optional.of(FIRED_FOR.plusSeconds(60)));

        assertThat(MeasurementWindowProcess.settled(page, FIRED_FOR)).isEqualTo(Map.of("outcome", "more"));
    }

    @Test
    void endsWhenNoWindowIsLeft() {
        Settled page = new Settled(7, false, Optional.empty());

        assertThat(MeasurementWindowProcess.settled(page, FIRED_FOR)).isEqualTo(Map.of("outcome", "done"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # next window closes at     | timer waits for
            2026-07-04T12:00:00.001Z    | 2026-07-04T12:00:00.001Z
            2026-07-04T13:00:00Z        | 2026-07-04T13:00:00Z
            2026-07-04T13:00:00.000001Z | 2026-07-04T13:00:00.001Z
            2026-07-04T13:00:00.999500Z | 2026-07-04T13:00:01Z
            2026-07-04T12:00:00Z        | 2026-07-04T12:00:02Z
            2026-07-04T11:59:00Z        | 2026-07-04T12:00:02Z
            """, delimiter = '|')
    void waitsForTheNextWindowAndLongerWhereTheBrokerIsAheadOfUs(Instant nextClosesAt, Instant timer) {
        Settled page = new Settled(0, false, Optional.of(nextClosesAt));

        assertThat(MeasurementWindowProcess.settled(page, FIRED_FOR))
                .isEqualTo(Map.of("outcome", "wait", "settlesAt", timer.toString()));
    }

    @Test
    void isANewMessageForANewGenerationOnly() {
        Cohort first = new Cohort(new CohortId("northwind/3/support-resolution/t"), FIRED_FOR, 1);
        Cohort again = new Cohort(new CohortId("northwind/3/support-resolution/t"), FIRED_FOR.plusSeconds(9), 1);
        Cohort joinedLate = new Cohort(new CohortId("northwind/3/support-resolution/t"), FIRED_FOR, 2);

        assertThat(MeasurementWindowProcess.messageId(again)).isEqualTo(MeasurementWindowProcess.messageId(first));
        assertThat(MeasurementWindowProcess.messageId(joinedLate))
                .isNotEqualTo(MeasurementWindowProcess.messageId(first));
    }
}
