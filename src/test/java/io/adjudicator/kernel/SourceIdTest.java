package io.adjudicator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceIdTest {

    /** Expected values by: printf 'source\\0id' | sha256sum, first 130 bits as RFC 4648 base32 in lower case. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            servicenow , 0000045-1 , ibnogygfnkw7beff2oaekschjt
            a          , b         , lgzhdlq3xsy5ghkbskmbp5frn6
            """)
    void derivesANameFromTheDigestOfThePair(String source, String id, String expected) {
        assertThat(new SourceId(source, id).derived("oc")).isEqualTo("oc_" + expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a   , bc
            ab  , c
            abc , ''
            """)
    void neverMixesSourceAndId(String source, String id) {
        assertThat(new SourceId(source, id).derived("oc")).isNotEqualTo(new SourceId("a", "b").derived("oc"));
    }
}
