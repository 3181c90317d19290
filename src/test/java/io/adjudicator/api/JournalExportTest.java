package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalExportTest extends ApiTest {

    @Test
    void exportsWhatIsHeldForAnOpenWindow() {
        String outcome = http().postJson("/v1/claims", claim("acme", "held-for-journal"))
                .json()
                .path("id")
                .asString();
        Http.Reply reply = as(Role.FINANCE_ADMIN).get("/v1/customers/acme/journal");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"acme.journal\"");
        assertThat(reply.text())
                .contains("held  ; posted:" + NOW + ", claim:" + outcome + "\n    held:acme  0.99 USD")
                .contains("    pending:acme  -0.99 USD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # months                    | has entries
            from=2026-07                | true
            from=2026-07&to=2026-07     | true
            to=2026-06                  | false
            from=2026-08                | false
            """)
    void exportsTheMonthsThatWereAskedFor(String months, boolean hasEntries) {
        http().postJson("/v1/claims", claim("acme", "months-of-journal"));
        String text =
                as(Role.AUDITOR).get("/v1/customers/acme/journal?" + months).text();
        assertThat(text.contains("\n2026-07-31 (")).isEqualTo(hasEntries);
        assertThat(text).startsWith("; Journal of acme");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # path                                      | problem
            /v1/customers/globex/journal                | 404 unknown_customer
            /v1/customers/nobody/journal                | 404 unknown_customer
            /v1/customers/acme/journal?from=July        | 400 bad_parameter
            /v1/customers/acme/journal?form=2026-07     | 400 unknown_parameter
            """)
    void tellsACustomerWhatIsWrong(String path, String problem) {
        Http.Reply reply = as(Role.CUSTOMER).get(path);
        assertThat(reply.status() + " " + reply.code()).isEqualTo(problem);
        assertThat(as(Role.CUSTOMER).get("/v1/customers/acme/journal").status()).isEqualTo(200);
    }
}
