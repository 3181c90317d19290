package io.adjudicator.api;

import io.adjudicator.statement.StatementForm;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Which form of a statement a caller wants, by the header Accept. */
final class StatementForms {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private StatementForms() {}

    /** The first in Accept that there is; JSON where anything is accepted. Spring has refused what there is not. */
    static StatementForm asked(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        List<MediaType> accepted = accept == null ? List.of() : MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .flatMap(type -> Arrays.stream(StatementForm.values())
                        .filter(form -> type.includes(MediaType.valueOf(form.mediaType())))
                        .limit(1))
                .findFirst()
                .orElse(StatementForm.JSON);
    }

    static MediaType contentType(StatementForm form) {
        MediaType type = MediaType.valueOf(form.mediaType());
        return form == StatementForm.CSV ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }
}
