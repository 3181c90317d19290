package io.adjudicator.intake;

import static io.adjudicator.intake.Samples.CLAIM;
import static io.adjudicator.intake.Samples.EVIDENCE;
import static io.adjudicator.intake.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adjudicator.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {

    private final RecordReader reader = RecordReader.of(Samples.WORDS, Samples.NOW);

    @Test
    void readsBothTypes() {
        assertThat(reader.read(typed(CLAIM, "claim"))).isInstanceOf(Claim.class);
        assertThat(reader.read(typed(EVIDENCE, "evidence"))).isInstanceOf(Evidence.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiterString = " : ", textBlock = """
            {}                 : missing_field
            {'type': 'order'}  : unknown_record_type
            {'type': 3}        : unknown_record_type
            """)
    void refusesALineWithoutKnownType(String line, String code) {
        Refused refused = catchThrowableOfType(Refused.class, () -> reader.read(json(line)));
        assertThat(refused.code()).isEqualTo(code);
    }

    private static byte[] typed(String record, String type) {
        return json(record.replaceFirst("\\{", "{'type': '" + type + "', "));
    }
}
