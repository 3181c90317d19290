package io.adjudicator.intake;

import static io.adjudicator.intake.CloudEventReader.CLAIM;
import static io.adjudicator.intake.CloudEventReader.EVIDENCE;
import static io.adjudicator.intake.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventReaderTest {

    private static final String DATA = """
            {'customer': 'northwind', 'outcomeType': 'support-resolution', 'session': 's-1', 'account': 'ACME',
             'channel': 'chat', 'workflowType': 'refund', 'facts': {'turns': 3}}""";

    private static final String EVENT = """
            {'specversion': '1.0', 'type': 'io.adjudicator.claim.v1', 'source': '/crm', 'id': 'c-1',
             'time': '2026-07-01T08:00:00Z', 'datacontenttype': 'application/json', 'traceparent': '00-1-2-00',
             'data': DATA}""".replace("DATA", DATA);

    private final CloudEventReader reader =
            new CloudEventReader(new ClaimReader(Samples.WORDS, Samples.NOW), new EvidenceReader(Samples.NOW));

    @Test
    void readsAStructuredEvent() {
        Claim claim = (Claim) reader.structured(json(EVENT), CLAIM);
        assertThat(claim.identity()).isEqualTo(new SourceId("/crm", "c-1"));
        assertThat(claim.occurredAt()).isEqualTo("2026-07-01T08:00:00Z");
        assertThat(claim.facts()).isEqualTo(Map.of("turns", 3L));
    }

    @Test
    void readsTheSameFromAllThreeModes() {
        Received structured = reader.structured(json(EVENT), CLAIM);
        Map<String, String> headers = Map.of(
                "specversion", "1.0", "type", CLAIM, "source", "/crm", "id", "c-1", "time", "2026-07-01T08:00:00Z");
        assertThat(reader.binary(headers, json(DATA), CLAIM)).isEqualTo(structured);
        assertThat(reader.batch(json("[" + EVENT + "," + EVENT + "]"), CLAIM))
                .extracting(CloudEventOfBatch::read)
                .containsExactly(structured, structured);
    }

    @Test
    void takesTheTimeThatTheDataStatesBeforeTheEvents() {
        String both = EVENT.replace("'session'", "'occurredAt': '2026-06-30T00:00:00Z', 'session'");
        assertThat(reader.structured(json(both), CLAIM).occurredAt()).isEqualTo(Instant.parse("2026-06-30T00:00:00Z"));
    }

    @Test
    void readsDataThatCameAsBase64() {
        String encoded = Base64.getEncoder().encodeToString(json(DATA));
        String event = EVENT.replace("'data': " + DATA, "'data_base64': '" + encoded + "'");
        assertThat(reader.structured(json(event), CLAIM)).isEqualTo(reader.structured(json(EVENT), CLAIM));
    }

    @Test
    void readsEvidence() {
        Evidence evidence = (Evidence) reader.structured(json("""
                {'specversion': '1.0', 'type': 'io.adjudicator.evidence.v1', 'source': '/crm', 'id': 'e-1',
                 'time': '2026-07-01T09:00:00Z', 'data': {'customer': 'northwind', 'session': 's-1',
                 'kind': 'handoff', 'grade': 'self_attested'}}"""), EVIDENCE);
        assertThat(evidence.kind()).isEqualTo(EvidenceKind.HANDOFF);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiterString = " : ", textBlock = """
            # instead of                    : as sent                       : code              : at
            'specversion': '1.0'            : 'specversion': '0.3'          : bad_event         : /specversion
            'specversion': '1.0',           : ||                            : bad_event         : /specversion
            io.adjudicator.claim.v1         : io.adjudicator.evidence.v1    : bad_event         : /type
            'traceparent'                   : 'traceParent'                 : bad_event         : /traceParent
            'source': '/crm'                : 'source': 7                   : wrong_type        : /source
            'id': 'c-1',                    : ||                            : missing_field     : /id
            '2026-07-01T08:00:00Z'          : 'yesterday'                   : bad_time          : /time
            'time': '2026-07-01T08:00:00Z', : ||                            : missing_field     : /data/occurredAt
            'turns': 3                      : 'turns': '3'                  : wrong_type        : /data/facts/turns
            'session': 's-1'                : 'session': 's-1', 'id': 'x'   : bad_event         : /data
            'data'                          : 'data_base64': '', 'data'     : bad_event         : /data
            'data':                         : 'data': 7, 'x':               : bad_event         : /data
            """)
    void saysWhereAnEventIsWrong(String insteadOf, String sent, String code, String at) {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> reader.structured(json(EVENT.replace(insteadOf, sent)), CLAIM));
        assertThat(refused.faults())
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly(code + " " + at);
    }

    @Test
    void readsTheGoodEventsOfABatchWithABadOne() {
        List<CloudEventOfBatch> batch = reader.batch(json("[7," + EVENT + "]"), CLAIM);
        assertThat(catchThrowableOfType(Refused.class, () -> batch.get(0).read())
                        .code())
                .isEqualTo("bad_event");
        assertThat(batch.get(1).read().identity().id()).isEqualTo("c-1");
    }

    /** The example of the HTTP binding, section 3.1.3.2, and its rules for quotes, needless and lower-case encoding. */
    @ParameterizedTest
    @CsvSource(delimiterString = " : ", quoteCharacter = '|', textBlock = """
            Euro%20%E2%82%AC%20%F0%9F%98%80 : Euro € 😀
            %e2%82%ac                       : €
            %41bc                           : Abc
            "Euro %E2%82%AC"                : Euro €
            "a \\"b\\""                     : a "b"
            100%25                          : 100%
            """)
    void decodesHeaders(String sent, String meant) {
        assertThat(CloudEventHeader.decode("id", sent)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%", "%4", "%zz", "%-1", "é", "%ED%A0%80"})
    void refusesHeadersThatAreNotPercentEncodedUtf8(String sent) {
        Refused refused = catchThrowableOfType(Refused.class, () -> CloudEventHeader.decode("id", sent));
        assertThat(refused.faults())
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly("bad_event /id");
    }

    @Test
    void refusesABodyThatIsNoBatch() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(Refused.class, () -> reader.batch(body, CLAIM))
                        .code())
                .isEqualTo("malformed_json");
    }
}
