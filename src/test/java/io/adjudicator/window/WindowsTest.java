package io.adjudicator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.TestDatabase;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open windows on real PostgreSQL. */
class WindowsTest {

    private static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");
    private static final CohortId COHORT =
            CohortId.of(new CustomerId("acme"), 1, OutcomeType.SUPPORT_RESOLUTION, NOON.plusSeconds(60));

    private final JdbcClient jdbc = new TestDatabase().jdbc();
    private final Windows windows = new Windows(new WindowStore(jdbc));

    private OpenWindow received(String outcome, Instant closesAt) {
        long session = jdbc.sql("insert into session (customer, name) values ('acme', :name) returning session_key")
                .param("name", outcome)
                .query(Long.class)
                .single();
        long claim = jdbc.sql("""
                        insert into claim (outcome_id, source, id, session_key, customer, outcome_type, occurred_at, session_started_at,
                          recorded_at, account, channel, workflow_type, facts, content_digest)
                        values (:outcome, 's', :outcome, :session, 'acme', 'support-resolution', now(), now(), now(), 'a', 'chat', 'w', '{}', 'd')
                        returning claim_key
                        """)
                .param("outcome", outcome)
                .param("session", session)
                .query(Long.class)
                .single();
        return new OpenWindow(claim, session, COHORT, NOON.plusSeconds(60), closesAt);
    }

    /** As the ledger books them: what closes first, and at one instant by outcome id, whoever was received first. */
    @Test
    void pagesFollowTimeAndThenOutcomeId() {
        OpenWindow later = received("oc-1", NOON.plusSeconds(1));
        OpenWindow third = received("oc-4", NOON);
        OpenWindow second = received("oc-3", NOON);
        OpenWindow first = received("oc-2", NOON);
        windows.open(List.of(later, third, second, first));

        assertThat(windows.sessionsDue(COHORT, NOON.plusSeconds(60), 2))
                .containsExactly(first.sessionKey(), second.sessionKey());
        windows.close(List.of(first.claimKey(), second.claimKey()));
        assertThat(windows.sessionsDue(COHORT, NOON.plusSeconds(60), 2))
                .containsExactly(third.sessionKey(), later.sessionKey());
        assertThat(windows.sessionsDue(COHORT, NOON, 2)).containsExactly(third.sessionKey());
    }
}
