package io.adjudicator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.SessionTerms.ReopenedIs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRuleTest {

    private static final Instant QUIET_SINCE = Instant.parse("2026-07-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # ends after | bill             | reopened is  | next claim after | reopened | same outcome
            PT2H         | EVERY_CLAIM      | CONTINUATION | PT1M             | true     | false
            PT2H         | ONCE_PER_SESSION | NEW_OUTCOME  | PT1M             | false    | true
            PT2H         | ONCE_PER_SESSION | NEW_OUTCOME  | PT2H             | false    | true
            PT2H         | ONCE_PER_SESSION | NEW_OUTCOME  | PT2H0.000001S    | false    | false
            PT2H         | ONCE_PER_SESSION | NEW_OUTCOME  | PT1M             | true     | false
            PT2H         | ONCE_PER_SESSION | CONTINUATION | PT900H           | true     | true
                         | ONCE_PER_SESSION | CONTINUATION | PT900H           | false    | true
            """)
    void tellsWhetherALaterClaimIsTheSameOutcome(
            @Nullable Duration endsAfter,
            Bill bill,
            ReopenedIs reopenedIs,
            Duration later,
            boolean reopened,
            boolean same) {
        SessionTerms terms = new SessionTerms(Optional.ofNullable(endsAfter), bill, reopenedIs);
        assertThat(SessionRule.sameOutcome(terms, QUIET_SINCE, QUIET_SINCE.plus(later), reopened))
                .isEqualTo(same);
    }
}
