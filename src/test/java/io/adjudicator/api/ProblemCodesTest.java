package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/problems.md has a heading for every code that a caller can meet, and no other. */
class ProblemCodesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/adjudicator");

    /** Codes look like no other text in these rooms: words joined by underscores, alone between quotes. */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:_[a-z]+)+)\"");

    private static final Pattern ONE_WORD_CODE = Pattern.compile("\"(unauthenticated|forbidden)\"");

    /** Texts of that form that are something else. */
    private static final Set<String> OTHERS = Set.of(
            "data_base64",
            "secret_sha256",
            "created_at",
            "revoked_at",
            "evidence_up_to",
            "content_digest",
            "window_closed",
            "billed_in_session",
            // what happened to a case
            "answer_given",
            "credit_approved",
            "credit_posted",
            "credit_rejected",
            "credit_requested",
            "dispute_raised",
            "dispute_withdrawn",
            "evidence_added",
            "outcome_decided",
            // what reports call an outcome that a person found not billable
            "not_found_billable",
            // facts that rules derive
            "something_missing",
            "something_seen",
            // keys of contracts and cases
            "affected_party",
            "approval_over",
            "auto_accept_up_to",
            "evidence_within",
            "first_answer",
            "raise_within",
            "review_within",
            "second_approval_over",
            "as_of",
            "avoided_cost",
            "avoided_penalty",
            "billing_starts",
            "by_channel",
            "capped_pilot",
            "dispute_process",
            "dual_choice",
            "end_of_month",
            "ends_after",
            "every_claim",
            "every_outcome",
            "free_outcomes",
            "free_training",
            "if_never_accepted",
            "interaction_fees",
            "labor_savings",
            "longest_wait",
            "minimum_grade",
            "needs_review",
            "never_accepted",
            "occurred_at",
            "on_activity",
            "outcome_type",
            "outcome_types",
            "per_outcome",
            "recovered_amount",
            "reopened_is",
            "revenue_generation",
            "risk_avoidance",
            "rolled_in",
            "rolled_out",
            "rule_files",
            "session_end",
            "session_started_at",
            "settle_every",
            "system_of_record",
            "top_up",
            "up_to",
            "workflow_type");

    @Test
    void explainsEveryCodeAndNoOther() {
        assertThat(ProblemPage.sections().keySet()).containsExactlyInAnyOrderElementsOf(codesInSources());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_field", "internal_error"})
    void saysTheStatusOfEach(String code) {
        assertThat(ProblemPage.sections().get(code)).containsPattern("\n(4|5)\\d\\d[.,]");
    }

    private static Set<String> codesInSources() {
        return Stream.of(
                        "api",
                        "access",
                        "intake",
                        "contract",
                        "dealdesk",
                        "rules",
                        "adjudication/Admission.java",
                        "adjudication/Rulings.java",
                        "casework/TaskLaw.java",
                        "credit/CreditLaw.java",
                        "credit/CreditReviews.java",
                        "credit/Goodwill.java",
                        "dispute/Choosing.java",
                        "dispute/DisputeDesk.java",
                        "dispute/DisputeLaw.java",
                        "dispute/Disputes.java",
                        "dispute/Moves.java",
                        "dispute/Submissions.java",
                        "review/Finding.java",
                        "review/Reviews.java",
                        "lint/TableLint.java",
                        "lint/UnitLint.java",
                        "lint/ValueLint.java",
                        "ledger/CreditDesk.java",
                        "notice",
                        "report/UsageReports.java",
                        "statement/Statements.java")
                .flatMap(room -> files(SOURCES.resolve(room)))
                .filter(file -> !file.getFileName().toString().endsWith("Store.java"))
                .flatMap(ProblemCodesTest::codes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> codes(Path file) {
        String text = read(file);
        return Stream.concat(
                        CODE.matcher(text).results(),
                        ONE_WORD_CODE.matcher(text).results())
                .map(match -> match.group(1))
                .filter(code -> !OTHERS.contains(code));
    }

    private static Stream<Path> files(Path room) {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
