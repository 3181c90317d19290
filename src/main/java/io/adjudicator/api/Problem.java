package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * An answer that is not a success (RFC 9457).
 *
 * @param type where this kind of problem is explained: a path of this service, {@code /problems/<code>}
 * @param faults everything found wrong with the request, with JSON pointers into its body
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "An answer that is not a success (RFC 9457), application/problem+json.")
record Problem(String type, String title, int status, String detail, String instance, List<Fault> faults) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "/problems/";

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(TYPES + code, title(code), status.value(), detail, "", List.of());
    }

    static Problem of(Refused refused) {
        return of(status(refused.kind()), refused.faults());
    }

    static Problem of(HttpStatus status, List<Fault> faults) {
        String code = faults.getFirst().code();
        String detail = faults.size() == 1
                ? faults.getFirst().message()
                : faults.size() + " faults, the first: " + faults.getFirst().message();
        return new Problem(TYPES + code, title(code), status.value(), detail, "", faults);
    }

    /** The last part of the type. */
    @JsonIgnore
    String code() {
        return type.substring(TYPES.length());
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, faults);
    }

    private static HttpStatus status(Refused.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** The same for every occurrence (RFC 9457, section 3.1.3): the heading in docs/problems.md. */
    static String title(String code) {
        String words = code.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
