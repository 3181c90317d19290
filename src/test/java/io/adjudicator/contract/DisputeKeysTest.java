package io.adjudicator.contract;

import static io.adjudicator.contract.Folders.plainWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.adjudicator.kernel.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key dispute: what it reads as, what holds where it says nothing, and what does not go together. */
class DisputeKeysTest {

    private static final String UNIT = "unit: USD";

    @TempDir
    private Path customers;

    @Test
    void saysWhatHoldsWithoutTheKey() {
        DisputeTerms terms = terms(Folders.PLAIN);
        assertThat(terms)
                .isEqualTo(new DisputeTerms(
                        Optional.empty(),
                        Duration.ofDays(30),
                        Duration.ofDays(2),
                        Duration.ofDays(5),
                        Duration.ofDays(2),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("500")));
    }

    @Test
    void readsEveryKey() {
        assertThat(terms(with("raise_within: P10D, first_answer: PT8H, evidence_within: P3D, review_within: P1D,"
                        + " auto_accept_up_to: 5.00, approval_over: 7, second_approval_over: 90.5, clause: OF 7")))
                .isEqualTo(new DisputeTerms(
                        Optional.of("OF 7"),
                        Duration.ofDays(10),
                        Duration.ofHours(8),
                        Duration.ofDays(3),
                        Duration.ofDays(1),
                        new BigDecimal("5"),
                        new BigDecimal("7"),
                        new BigDecimal("90.5")));
    }

    @Test
    void asksForNoSecondApprovalBelowTheFirst() {
        assertThat(terms(with("approval_over: 900")).secondApprovalOver()).isEqualTo(new BigDecimal("900"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # keys                                           | code
            raise_within: 30 days                            | bad_value
            raise_within: PT0S                               | bad_value
            first_answer: P500D                              | bad_value
            auto_accept_up_to: -1                            | bad_value
            approval_over: 0.12345678                        | bad_price
            approval_over: 10, second_approval_over: 9.99    | contradicting_terms
            second_aproval_over: 10                          | unknown_field
            raise_within: 30                                 | wrong_type
            """)
    void saysWhatIsWrong(String keys, String code) {
        assertThat(faults(with(keys)))
                .extracting(Fault::code, Fault::at)
                .containsExactly(tuple(code, "acme/v1.yaml:6"));
    }

    private static String with(String keys) {
        return plainWith(UNIT, UNIT + "\ndispute: {" + keys + "}");
    }

    private List<Fault> faults(String text) {
        return ContractFolder.read(Folders.write(customers, "acme", "v1.yaml", text))
                .faults();
    }

    private DisputeTerms terms(String text) {
        return ContractFolder.read(Folders.write(customers, "acme", "v1.yaml", text))
                .timeline()
                .versions()
                .getFirst()
                .disputes();
    }
}
