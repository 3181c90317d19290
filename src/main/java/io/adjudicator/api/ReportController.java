package io.adjudicator.api;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.report.CsvReport;
import io.adjudicator.report.JsonReport;
import io.adjudicator.report.ReportSink;
import io.adjudicator.report.UsageReport;
import io.adjudicator.report.UsageReports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Usage reports as JSON or CSV. */
@RestController
class ReportController {

    static final String CSV = "text/csv";

    private static final Set<String> PARAMETERS = Set.of("customer", "period");

    private final UsageReports reports;

    ReportController(UsageReports reports) {
        this.reports = reports;
    }

    @GetMapping(
            path = "/v1/reports/usage",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
    void reportUsage(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        Optional<CustomerId> asked = caller.only(query.customer());
        CustomerId customer = query.required("customer", asked, new CustomerId("none"));
        YearMonth month = query.required("period", query.month("period"), YearMonth.of(2000, 1));
        query.refuseFaults();
        write(new UsageReport(customer, Optional.of(month)), month, prefersCsv(request), response);
    }

    private void write(UsageReport report, YearMonth month, boolean csv, HttpServletResponse response)
            throws IOException {
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        response.setContentType(csv ? CSV + ";charset=UTF-8" : MediaType.APPLICATION_JSON_VALUE);
        if (csv) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"usage-" + report.customer() + "-" + month + ".csv\"");
        }
        ReportSink sink = csv ? new CsvReport(out) : new JsonReport(report, out);
        reports.write(report.customer(), month, sink);
        sink.close(); // on success alone: a report that breaks off must not look whole
        out.flush();
    }

    /** Which of the two comes first in Accept. Spring has refused all others. */
    private static boolean prefersCsv(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        List<MediaType> accepted = accept == null ? List.of() : MediaType.parseMediaTypes(accept);
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.includes(MediaType.APPLICATION_JSON) || type.includes(MediaType.valueOf(CSV)))
                .findFirst()
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON))
                .isPresent();
    }
}
