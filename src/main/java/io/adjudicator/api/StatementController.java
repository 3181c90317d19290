package io.adjudicator.api;

import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.statement.LineOutcome;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementForm;
import io.adjudicator.statement.StatementPeriod;
import io.adjudicator.statement.Statements;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements, what is behind their lines, and the closing of a month. */
@RestController
class StatementController {

    private static final Set<String> OF_ONE = Set.of("customer", "period");
    private static final Set<String> OF_A_LINE = Set.of("customer", "period", "line", "cursor", "limit");
    private static final Set<String> OF_ALL = Set.of("customer");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final YearMonth NO_MONTH = YearMonth.of(2000, 1);
    private static final CustomerId NOBODY = new CustomerId("none");
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_REQUEST = 1_000;

    private final Statements statements;

    StatementController(Statements statements) {
        this.statements = statements;
    }

    @ApiResponse(content = @Content(schema = @Schema(implementation = Statement.class)))
    @GetMapping(
            path = "/v1/statements",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                StatementForms.CSV,
                MediaType.APPLICATION_PDF_VALUE,
                StatementForms.XLSX
            })
    ResponseEntity<byte[]> readStatement(HttpServletRequest request, Caller caller) throws IOException {
        QueryParameters query = new QueryParameters(request, OF_ONE);
        CustomerId customer = customer(query, caller);
        YearMonth period = query.required("period", query.month("period"), NO_MONTH);
        query.refuseFaults();
        Statement statement = statements.of(customer, period);
        StatementForm form = StatementForms.asked(request);
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(); // whole before it goes out: half a statement must not look whole
        form.write(statement, bytes);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(StatementForms.contentType(form));
        if (form != StatementForm.JSON) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"statement-" + customer + "-" + period + "."
                            + form.name().toLowerCase(Locale.ROOT) + "\"");
        }
        return answer.body(bytes.toByteArray());
    }

    @GetMapping("/v1/statements/outcomes")
    LineOutcomePage listLineOutcomes(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, OF_A_LINE);
        CustomerId customer = customer(query, caller);
        YearMonth period = query.required("period", query.month("period"), NO_MONTH);
        String line = query.required("line", query.one("line", text -> text, "the key of a line"), "");
        LineOutcome.Place after = query.one(
                        "cursor", LineOutcomePage::place, "a cursor that an earlier page gave as next")
                .orElse(LineOutcome.Place.START);
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        query.refuseFaults();
        Statement statement = statements.of(customer, period);
        return LineOutcomePage.of(statements.outcomes(customer, statement, line, after, limit + 1), limit);
    }

    @GetMapping("/v1/statements/periods")
    List<StatementPeriod> listStatementPeriods(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, OF_ALL);
        CustomerId customer = customer(query, caller);
        query.refuseFaults();
        return statements.periods(customer);
    }

    @PostMapping(path = "/v1/statements/closings", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Statement> closeStatement(HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST))
                .onlyKnow(OF_ONE);
        CustomerId customer = body.customer();
        String period = body.word("period", 7, StatementController::isMonth, "bad_period", "a month such as 2026-07");
        body.refuseFaults();
        Statements.Closed closed = statements.closeOnce(customer, YearMonth.parse(period), "key " + caller.getName());
        return ResponseEntity.status(closed.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(closed.statement());
    }

    private static CustomerId customer(QueryParameters query, Caller caller) {
        return query.required("customer", caller.only(query.customer()), NOBODY);
    }

    private static boolean isMonth(String text) {
        try {
            return MONTH.matcher(text).matches() && YearMonth.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
