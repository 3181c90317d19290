package io.adjudicator.intake;

import static io.adjudicator.intake.Samples.EVIDENCE;
import static io.adjudicator.intake.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceReaderTest {

    private final EvidenceReader reader = new EvidenceReader(Samples.NOW);

    @Test
    void readsEveryMember() {
        assertThat(reader.read(json(EVIDENCE)))
                .isEqualTo(new Evidence(
                        new SourceId("crm", "e-1"),
                        new CustomerId("northwind"),
                        "s-1",
                        Optional.of(new SourceId("crm", "c-1")),
                        EvidenceKind.REOPENED,
                        EvidenceGrade.AFFECTED_PARTY,
                        Instant.parse("2026-07-01T11:00:00Z"),
                        Optional.of("came back"),
                        Optional.of("https://crm.example/e-1")));
    }

    @Test
    void needsNeitherClaimNorNoteNorLink() {
        Evidence evidence = reader.read(json("""
                {'source': 'crm', 'id': 'e-1', 'customer': 'northwind', 'session': 's-1', 'kind': 'activity',
                 'grade': 'self_attested', 'occurredAt': '2026-07-01T11:00:00Z'}"""));
        assertThat(evidence.claim()).isEmpty();
        assertThat(evidence.note()).isEmpty();
        assertThat(evidence.sourceLink()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryKind(EvidenceKind kind) {
        assertThat(reader.read(json(EVIDENCE.replace("reopened", kind.wireName())))
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiterString = " : ", textBlock = """
            # instead of                          : as sent              : code                  : at
            'reopened'                            : 'REOPENED'           : unknown_evidence_kind : /kind
            'reopened'                            : 'magic'              : unknown_evidence_kind : /kind
            'affected_party'                      : 'everybody'          : unknown_grade         : /grade
            {'source': 'crm', 'id': 'c-1'}        : 'c-1'                : wrong_type            : /claim
            {'source': 'crm', 'id': 'c-1'}        : {'id': 'c-1'}        : missing_field         : /claim/source
            'id': 'c-1'}                          : 'id': 'c-1', 'a': 1} : unknown_field         : /claim/a
            'https://crm.example/e-1'             : '/tickets/1'         : bad_link              : /sourceLink
            'https://crm.example/e-1'             : 'ftp://crm/e-1'      : bad_link              : /sourceLink
            'came back'                           : 'a\\u0007b'          : bad_text              : /note
            'came back'                           : 5                    : wrong_type            : /note
            """)
    void refusesWhatItCannotRead(String insteadOf, String sent, String code, String at) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> reader.read(json(EVIDENCE.replace(insteadOf, sent))));
        assertThat(refused.faults())
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly(code + " " + at);
    }

    @Test
    void takesANoteOfSeveralLinesButNotOfMoreThan2000Characters() {
        assertThat(reader.read(json(EVIDENCE.replace("came back", "two\\nlines")))
                        .note())
                .contains("two\nlines");
        Refused refused = catchThrowableOfType(
                Refused.class, () -> reader.read(json(EVIDENCE.replace("came back", "x".repeat(2_001)))));
        assertThat(refused.code()).isEqualTo("text_too_long");
    }
}
