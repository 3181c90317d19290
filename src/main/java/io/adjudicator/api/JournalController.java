package io.adjudicator.api;

import io.adjudicator.contract.Contracts;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.ledger.JournalExport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The journal as plain text, for other accounting programs. */
@RestController
class JournalController {

    private static final Set<String> PARAMETERS = Set.of("from", "to");

    private final Contracts contracts;
    private final JournalExport journal;

    JournalController(Contracts contracts, JournalExport journal) {
        this.contracts = contracts;
        this.journal = journal;
    }

    @GetMapping(path = "/v1/customers/{customer}/journal", produces = MediaType.TEXT_PLAIN_VALUE)
    void exportJournal(
            @PathVariable String customer, HttpServletRequest request, HttpServletResponse response, Caller caller)
            throws IOException {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        Optional<YearMonth> from = query.month("from");
        Optional<YearMonth> to = query.month("to");
        query.refuseFaults();
        CustomerId whose = known(customer, caller);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + whose + ".journal\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        journal.write(whose, from, to, out);
        out.flush();
    }

    /** Another's customer is not known to a caller that is bound to one. */
    private CustomerId known(String customer, Caller caller) {
        contracts.refresh();
        return contracts.customers().stream()
                .filter(known -> known.value().equals(customer) && caller.maySee(known))
                .findAny()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_customer",
                        "/customer",
                        "expected a customer with a published contract"));
    }
}
