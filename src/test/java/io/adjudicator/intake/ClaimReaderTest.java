package io.adjudicator.intake;

import static io.adjudicator.intake.Samples.CLAIM;
import static io.adjudicator.intake.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    private final ClaimReader reader = new ClaimReader(Samples.WORDS, Samples.NOW);

    @Test
    void readsEveryMember() {
        assertThat(reader.read(json(CLAIM)))
                .isEqualTo(new Claim(
                        new SourceId("crm", "c-1"),
                        new CustomerId("northwind"),
                        OutcomeType.SUPPORT_RESOLUTION,
                        "s-1",
                        Instant.parse("2026-07-01T08:00:00Z"),
                        Instant.parse("2026-07-01T07:30:00Z"),
                        "ACME",
                        "chat",
                        "refund",
                        Optional.of("https://crm.example/c-1"),
                        Map.of(
                                "turns",
                                3L,
                                "topic",
                                "refund",
                                "amount_at_stake",
                                new BigDecimal("12.50"),
                                "verified",
                                true)));
    }

    @Test
    void takesTheClaimsTimeForASessionWithoutStart() {
        Claim claim = reader.read(json(CLAIM.replace("'sessionStartedAt': '2026-07-01T07:30:00Z',", "")));
        assertThat(claim.sessionStartedAt()).isEqualTo(claim.occurredAt());
    }

    @Test
    void leavesUnstatedFactsUnknown() {
        assertThat(reader.read(json(CLAIM.replaceFirst("'facts': .*}", "'facts': {}}")))
                        .facts())
                .isEmpty();
    }

    @Test
    void tellsEveryFaultAtOnce() {
        String bad = """
                {'source': '', 'customer': 'North Wind', 'outcomeType': 'magic', 'session': 7,
                 'occurredAt': '2026-07-01T10:00:00', 'account': null, 'channel': 'chat', 'workflowType': 'refund',
                 'sourceLink': 'javascript:alert(1)', 'extra/~': 1,
                 'facts': {'turns': '2', 'colour': 'red', 'verified': 'yes'}}""";
        assertThat(faults(json(bad)))
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactlyInAnyOrder(
                        "unknown_field /extra~1~0",
                        "bad_text /source",
                        "missing_field /id",
                        "bad_customer /customer",
                        "unknown_outcome_type /outcomeType",
                        "wrong_type /session",
                        "time_without_zone /occurredAt",
                        "wrong_type /account",
                        "bad_link /sourceLink",
                        "wrong_type /facts/turns",
                        "unknown_fact /facts/colour",
                        "wrong_type /facts/verified");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiterString = " : ", textBlock = """
            # fact            : as sent                          : code
            turns             : '2'                              : wrong_type
            turns             : 2.0                              : wrong_type
            turns             : 1e2                              : wrong_type
            turns             : true                             : wrong_type
            turns             : null                             : wrong_type
            turns             : [2]                              : wrong_type
            turns             : 9007199254740992                 : number_out_of_range
            turns             : 99999999999999999999             : number_out_of_range
            verified          : 1                                : wrong_type
            verified          : 'true'                           : wrong_type
            topic             : 3                                : wrong_type
            topic             : {}                               : wrong_type
            topic             : ''                               : bad_text
            topic             : 'a\\u0000b'                      : bad_text
            topic             : 'a\\ud800b'                      : bad_text
            topic             : 'a\\nb'                          : bad_text
            amount_at_stake   : '12.50'                          : wrong_type
            amount_at_stake   : 1e999999999                      : number_out_of_range
            amount_at_stake   : 1e-999999999                     : number_out_of_range
            amount_at_stake   : 1234567890123456789012345678901  : number_out_of_range
            """)
    void neverCoercesAFact(String fact, String sent, String code) {
        String one =
                CLAIM.replaceFirst("'facts': .*}", "'facts': {'" + fact + "': " + sent.replace("\\", "\\\\") + "}}");
        assertThat(faults(json(one)))
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly(code + " /facts/" + fact);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # as sent, as kept
            0.1,       0.1
            1.00,      1.00
            3,         3
            -0.005,    -0.005
            12345678901234567890.123456789, 12345678901234567890.123456789
            """)
    void keepsDecimalsAsWritten(String sent, String kept) {
        Claim claim = reader.read(json(CLAIM.replace("12.50", sent)));
        assertThat(claim.facts()).containsEntry("amount_at_stake", new BigDecimal(kept));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # as sent,                        code
            2026-07-01T10:00:00,              time_without_zone
            2026-07-01T10:00,                 time_without_zone
            2026-07-01,                       bad_time
            1782900000,                       bad_time
            2026-02-30T10:00:00Z,             bad_time
            2026-07-01 10:00:00Z,             bad_time
            2026-07-02T00:05:01Z,             time_in_future
            +12026-07-02T00:05:01Z,           time_in_future
            1999-12-31T23:59:59Z,             time_too_old
            1970-01-01T00:00:00Z,             time_too_old
            """)
    void refusesATimeItCannotTrust(String sent, String code) {
        String claim = CLAIM.replace("2026-07-01T10:00:00+02:00", sent)
                .replace("2026-07-01T07:30:00Z", "2026-07-01T07:30:00Z");
        assertThat(faults(json(claim))).extracting(Fault::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # as sent,                        as kept
            2026-07-02T00:05:00Z,             2026-07-02T00:05:00Z
            2026-07-01T10:00:00-05:30,        2026-07-01T15:30:00Z
            2026-07-01T10:00:00.123456789Z,   2026-07-01T10:00:00.123456Z
            2026-07-01t10:00:00z,             2026-07-01T10:00:00Z
            """)
    void readsTimesOfAnyZone(String sent, Instant kept) {
        assertThat(reader.read(json(CLAIM.replace("2026-07-01T10:00:00+02:00", sent)))
                        .occurredAt())
                .isEqualTo(kept);
    }

    @Test
    void refusesASessionThatStartsAfterItsClaim() {
        assertThat(faults(json(CLAIM.replace("T07:30:00Z", "T08:00:01Z"))))
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly("times_out_of_order /sessionStartedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[]",
                "7",
                "{",
                "{'a':1}{'b':2}",
                "{'a':1} x",
                "{'a':1,'a':2}",
                "{'a':01}",
                "{'a':NaN}",
                "{a:1}",
                "{'a':1,}",
                "// note\n{}",
                "\uFEFF{}",
                "{'a':[[[[[[[[[[[1]]]]]]]]]]]}",
                "{'a':11111111111111111111111111111111111111111111111111111111111111111}"
            })
    void refusesWhatIsNotOneJsonObject(String text) {
        Refused refused = catchThrowableOfType(Refused.class, () -> reader.read(json(text)));
        assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED);
        assertThat(refused.code()).isEqualTo("malformed_json");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = CLAIM.replace('\'', '"').replace("ACME", "Müller").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(latin)).extracting(Fault::code).containsExactly("malformed_json");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # member,      longest
            source,        200
            id,            200
            session,       200
            account,       200
            channel,       200
            workflowType,  200
            """)
    void boundsEveryText(String member, int longest) {
        String pattern = "('" + member + "': )'[^']*'";
        String fits = CLAIM.replaceFirst(pattern, "$1'" + "x".repeat(longest) + "'");
        String tooLong = CLAIM.replaceFirst(pattern, "$1'" + "x".repeat(longest + 1) + "'");
        assertThat(reader.read(json(fits))).isNotNull();
        assertThat(faults(json(tooLong)))
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly("text_too_long /" + member);
    }

    @Test
    void boundsTheNumberOfFacts() {
        String many = IntStream.range(0, 101).mapToObj(i -> "'f" + i + "': 1").collect(Collectors.joining(","));
        assertThat(faults(json(CLAIM.replaceFirst("'facts': .*}", "'facts': {" + many + "}}"))))
                .extracting(fault -> fault.code() + " " + fault.at())
                .containsExactly("too_many_facts /facts");
    }

    private List<Fault> faults(byte[] body) {
        return catchThrowableOfType(Refused.class, () -> reader.read(body)).faults();
    }
}
