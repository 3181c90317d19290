package io.adjudicator.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** Problems of HTTP itself: known before a handler is. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case NOT_FOUND ->
                Problem.of(status, "unknown_path", "Expected a path of the OpenAPI document, /openapi.json.");
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        status,
                        "method_not_allowed",
                        "Expected a method that the header Allow names, but got " + request.getMethod() + ".");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(
                        status,
                        "unsupported_media_type",
                        "Expected a media type that the header Accept names, but got " + request.getContentType()
                                + ".");
            case NOT_ACCEPTABLE ->
                Problem.of(status, "not_acceptable", "Expected an Accept header with a media type that is on offer.");
            case CONTENT_TOO_LARGE -> Problem.of(status, "body_too_large", "Expected a smaller body.");
            default -> Problem.of(status, "bad_request", "Expected a request that HTTP and this path allow.");
        };
    }

    /** What the server refused by itself, and what broke before our handlers or while the service stops. */
    static Problem ofServer(HttpStatus status) {
        return switch (status) {
            case INTERNAL_SERVER_ERROR ->
                ProblemWriter.bug(
                        new IllegalStateException("expected no error outside of a handler, but got " + status));
            case SERVICE_UNAVAILABLE ->
                Problem.of(
                        status,
                        "database_unavailable",
                        "The service is not ready. Send the request again in some seconds.");
            default -> Problem.of(status, "bad_request", "Expected a request that HTTP and this service allow.");
        };
    }

    static Problem unauthenticated() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Expected a valid key in the header Authorization: Bearer adj_…");
    }

    static Problem forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Your key's role may not do this.");
    }
}
