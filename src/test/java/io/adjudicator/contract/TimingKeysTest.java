package io.adjudicator.contract;

import static io.adjudicator.contract.Folders.plainWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.adjudicator.contract.SessionTerms.Identity;
import io.adjudicator.contract.WindowTerms.Anchor;
import io.adjudicator.contract.WindowTerms.IfNeverAccepted;
import io.adjudicator.contract.WindowTerms.OnActivity;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of session, window and verification: what they read as, and which do not go together. */
class TimingKeysTest {

    private static final String ANCHOR = "anchor: last_activity";
    private static final String GRADE = "minimum_grade: affected_party";
    private static final String ACCEPTANCE = "anchor: acceptance, longest_wait: P14D, if_never_accepted: ";

    @TempDir
    private Path customers;

    @Test
    void contractsWithoutTheKeysMeanWhatTheyMeant() {
        OutcomeTerms terms = terms(Folders.PLAIN);
        assertThat(terms.window().byChannel()).isEmpty();
        assertThat(terms.window().longestWait()).isEmpty();
        assertThat(terms.window().ifNeverAccepted()).isEmpty();
        assertThat(terms.session().identity()).isEqualTo(Identity.ACROSS_CHANNELS);
        assertThat(terms.verification()).isEqualTo(VerificationTerms.by(EvidenceGrade.AFFECTED_PARTY));
    }

    @Test
    void aChannelInheritsWhatItDoesNotSay() {
        WindowTerms window = terms(plainWith(
                        ANCHOR,
                        ACCEPTANCE
                                + "needs_review, by_channel: {email: {length: PT24H}, chat: {anchor: claim, reopen: locked},"
                                + " voice: {anchor: session_end}}"))
                .window();
        WindowTerms email = window.on("email");
        assertThat(email.length()).isEqualTo(Duration.ofHours(24));
        assertThat(email.anchor()).isEqualTo(Anchor.ACCEPTANCE);
        assertThat(email.ifNeverAccepted()).contains(IfNeverAccepted.NEEDS_REVIEW);
        assertThat(email.onActivity()).isEqualTo(OnActivity.RESTART);
        WindowTerms chat = window.on("chat");
        assertThat(chat.length()).isEqualTo(Duration.ofHours(72));
        assertThat(chat.reopen()).isEqualTo(Reopen.LOCKED);
        assertThat(chat.longestWait()).isEmpty();
        assertThat(chat.ifNeverAccepted()).isEmpty();
        WindowTerms voice = window.on("voice");
        assertThat(voice.longestWait()).contains(Duration.ofDays(14));
        assertThat(voice.ifNeverAccepted()).isEmpty();
        assertThat(window.on("fax")).isSameAs(window);
    }

    @Test
    void readsGradesByTierAndSources() {
        VerificationTerms terms = terms(plainWith(
                        GRADE,
                        "minimum_grade: {simple: self_attested, complex: affected_party}, sources: [zendesk, crm]"))
                .verification();
        assertThat(terms.minimumGradeByTier())
                .isEqualTo(Map.of("simple", EvidenceGrade.SELF_ATTESTED, "complex", EvidenceGrade.AFFECTED_PARTY));
        assertThat(terms.minimumGrade(Optional.of("simple"))).isEqualTo(EvidenceGrade.SELF_ATTESTED);
        assertThat(terms.minimumGrade(Optional.of("blended"))).isEqualTo(EvidenceGrade.AFFECTED_PARTY);
        assertThat(terms.minimumGrade(Optional.empty())).isEqualTo(EvidenceGrade.AFFECTED_PARTY);
        assertThat(terms.leastGrade()).isEqualTo(EvidenceGrade.SELF_ATTESTED);
        assertThat(terms.listensTo("crm")).isTrue();
        assertThat(terms.listensTo("chat")).isFalse();
    }

    /** The rule that flags what was never accepted asks only on the channels where a person is to decide. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # window                                                                                       | says
            anchor: claim                                                                                  | none
            anchor: acceptance, longest_wait: P14D, if_never_accepted: bills                               | none
            anchor: acceptance, longest_wait: P14D, if_never_accepted: needs_review                        | the system of record did not accept the result within the longest wait
            anchor: acceptance, longest_wait: P14D, if_never_accepted: needs_review, by_channel: {email: {anchor: claim}} | the system of record did not accept the result within the longest wait and channel is not "email"
            anchor: acceptance, longest_wait: P14D, if_never_accepted: free, by_channel: {email: {if_never_accepted: needs_review}, chat: {length: PT1H}, sms: {if_never_accepted: needs_review}} | the system of record did not accept the result within the longest wait and channel is "email" or "sms"
            """)
    void aPersonIsAskedByARule(String window, String says) {
        assertThat(terms(plainWith(ANCHOR, window)).rules().rules().stream()
                        .filter(rule -> rule.id().equals("never-accepted"))
                        .map(Rule::says)
                        .findFirst()
                        .orElse("none"))
                .isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # part                        | replacement                                                                        | code                | line
            anchor: last_activity         | anchor: session_end                                                                | missing_field       | 16
            anchor: last_activity         | anchor: acceptance, longest_wait: P14D                                             | missing_field       | 16
            anchor: last_activity         | anchor: acceptance, if_never_accepted: free                                        | missing_field       | 16
            anchor: last_activity         | anchor: claim, longest_wait: P14D                                                  | contradicting_terms | 16
            anchor: last_activity         | anchor: session_end, longest_wait: P14D, if_never_accepted: free                   | contradicting_terms | 16
            anchor: last_activity         | anchor: session_end, longest_wait: PT0S                                            | bad_value           | 16
            anchor: last_activity         | anchor: acceptance, longest_wait: P14D, if_never_accepted: refunds                 | bad_value           | 16
            anchor: last_activity         | anchor: last_word                                                                  | bad_value           | 16
            anchor: last_activity         | anchor: claim, by_channel: {email: {anchor: session_end}}                          | missing_field       | 16
            anchor: last_activity         | anchor: claim, by_channel: {email: {longest_wait: P14D}}                           | contradicting_terms | 16
            anchor: last_activity         | anchor: claim, by_channel: {email: {length: 72h}}                                  | bad_value           | 16
            anchor: last_activity         | anchor: claim, by_channel: {email: {lenght: PT72H}}                                | unknown_field       | 16
            anchor: last_activity         | anchor: claim, by_channel: {email: {by_channel: {x: {length: PT1H}}}}              | unknown_field       | 16
            anchor: last_activity         | anchor: claim, by_channel: {'say "x"': {length: PT1H}}                             | bad_value           | 16
            bill: once_per_session        | bill: every_claim, identity: per_channel                                           | contradicting_terms | 15
            bill: once_per_session        | bill: once_per_session, identity: per_person                                       | bad_value           | 15
            minimum_grade: affected_party | minimum_grade: {simple: self_attested}                                             | missing_field       | 18
            minimum_grade: affected_party | minimum_grade: {simple: self_attested, complex: affected_party, huge: affected_party} | unknown_tier     | 18
            minimum_grade: affected_party | minimum_grade: {simple: anybody, complex: affected_party}                          | bad_value           | 18
            minimum_grade: affected_party | minimum_grade: affected_party, sources: []                                         | bad_value           | 18
            turns: "<= 30"                | confirmed: true}, absent: silent, reason: x}\\n      - {id: C-9, clause: "OF 3.1", when: {turns: "<= 30" | bad_condition | 20
            turns: "<= 30"                | turns: "<= 30"}, absent: nothing, reason: x}\\n      - {id: C-9, clause: "OF 3.1", when: {turns: "<= 30" | bad_value | 20
            """)
    void saysWhichKeysDoNotGoTogether(String part, String replacement, String code, int line) {
        assertThat(faults(plainWith(part, replacement.replace("\\n", "\n"))))
                .extracting(Fault::code, Fault::at)
                .contains(tuple(code, "acme/v1.yaml:" + line));
    }

    /** Recovered revenue counts only once it is accepted (B-19), a conversation whether or not anybody verified it (B-20). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # outcome type     | if never accepted | codes
            support-resolution | bills             |
            support-resolution | free              |
            support-resolution | needs_review      |
            recovered-revenue  | free              |
            recovered-revenue  | bills             | contradicting_terms
            recovered-revenue  | needs_review      | contradicting_terms
            conversation       | free              | contradicting_terms
            conversation       | bills             |
            conversation       | needs_review      |
            """)
    void whatFollowsFromNoAcceptanceMustHaveAnEffect(String type, String then, @Nullable String code) {
        String text = plainWith(ANCHOR, ACCEPTANCE + then).replace("support-resolution", type);
        assertThat(faults(text)).extracting(Fault::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aTierCannotDependOnAGradeThatDependsOnTheTier() {
        String text = plainWith(GRADE, "minimum_grade: {simple: self_attested, complex: affected_party}")
                .replace("when: {actions: \">= 2\"}", "when: {confirmed: true}");
        assertThat(faults(text))
                .extracting(Fault::code, Fault::message)
                .containsExactly(tuple(
                        "contradicting_terms",
                        "OF 3: expected tiers that can be told before anybody's grade is known, but T-1 reads confirmed;"
                                + " state one grade for all tiers or change the row"));
    }

    @Test
    void saysWhatIsMissingAndWhy() {
        assertThat(faults(plainWith(ANCHOR, "anchor: session_end")))
                .extracting(Fault::message)
                .containsExactly("OF 3: expected longest_wait beside the anchor session_end, because it may never come;"
                        + " add it, such as P14D");
    }

    private List<Fault> faults(String text) {
        return ContractFolder.read(Folders.write(customers, "acme", "v1.yaml", text))
                .faults();
    }

    private OutcomeTerms terms(String text) {
        return ContractFolder.read(Folders.write(customers, "acme", "v1.yaml", text))
                .timeline()
                .versions()
                .getFirst()
                .outcomes()
                .values()
                .iterator()
                .next();
    }
}
