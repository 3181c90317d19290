package io.adjudicator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    /** RFC 8785, section 3.2.3: the sorting example, restricted to the members that sort by UTF-16 code unit. */
    @Test
    void sortsMembersByUtf16CodeUnits() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(Canonical.parse(Canonical.json(members)).values())
                .containsExactlyInAnyOrderElementsOf(members.values());
        assertThat(Canonical.json(members)).matches("(?s).*Carriage.*One.*Control.*Latin.*Euro.*Emoji.*Hebrew.*");
    }

    /** RFC 8785, section 3.2.2.2: two-character escapes where JSON has them, lower-case hex else, and nothing more. */
    @Test
    void escapesOnlyWhatMustBe() {
        assertThat(Canonical.json(Map.of("s", "\u20ac$\u000f\nA'B\"\\\"/\b\t\f\r\u007f")))
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\t\\f\\r\u007f\"}");
    }

    @Test
    void writesNumbersAndTruthsPlainly() {
        assertThat(Canonical.json(Map.of("a", List.of(1L, -7, true, false, new BigDecimal("1.50")))))
                .isEqualTo("{\"a\":[1,-7,true,false,\"1.5\"]}");
    }

    @Test
    void refusesWholeNumbersThatJsonReadersWouldRound() {
        assertThatThrownBy(() -> Canonical.json(Map.of("n", 9_007_199_254_740_992L)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNothingness() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("n", 1.5);
        assertThatThrownBy(() -> Canonical.json(members)).isInstanceOf(IllegalStateException.class);
    }
}
