package io.adjudicator.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, inside and outside of Spring MVC, and knows the ones that are nobody's mistake. */
@Component
final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    /** Seconds. A restarted PostgreSQL is back within a few. */
    private static final String RETRY_AFTER = "5";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(problem);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.at(request.getRequestURI())));
    }

    void databaseUnavailable(HttpServletRequest request, HttpServletResponse response, Exception cause)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        write(request, response, databaseUnavailable(cause));
    }

    static HttpHeaders retryLater() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return headers;
    }

    static Problem databaseUnavailable(Exception cause) {
        LOG.warn("Expected the database to answer, but: {}", cause.getMessage());
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database_unavailable",
                "The database cannot be reached now. Nothing was stored; send the request again in some seconds.");
    }

    static Problem bug(Exception cause) {
        String incident = RequestIdFilter.current();
        LOG.error("Incident {}", incident, cause);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal_error",
                "This is a bug of ours, and it was logged as incident " + incident + ".");
    }
}
