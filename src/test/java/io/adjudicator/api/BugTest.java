package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What callers learn when something of ours goes wrong. */
class BugTest {

    private final ProblemAdvice advice = new ProblemAdvice();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/claims");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void tellsAnIncidentNumberAndNothingElseOfABug() throws Exception {
        MDC.put("requestId", "0123456789abcdef");
        var answer = advice.anythingElse(new IllegalStateException("secret"), request, response);
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().type()).isEqualTo("/problems/internal_error");
        assertThat(answer.getBody().toString()).contains("0123456789abcdef").doesNotContain("secret");
        MDC.clear();
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsAway() throws Exception {
        var answer = advice.databaseUnavailable(new DataAccessResourceFailureException("secret"), request, response);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(answer.getBody().type()).isEqualTo("/problems/database_unavailable");
        assertThat(answer.getBody().toString()).doesNotContain("secret");
    }
}
