package io.adjudicator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("turns", "topic", "actions", "asked_for_human", "test", "text");

    @ParameterizedTest
    @CsvSource(textBlock = """
            # swapped, missing, added, replaced
            truns           , turns
            tpoic           , topic
            action          , actions
            asked_for_humans, asked_for_human
            askedForHuman   , asked_for_human
            # as near to two
            tezt            , test
            # nothing like it
            weather         ,
            a               ,
            ''              ,
            """)
    void findsTheWordThatWasMeant(String written, String meant) {
        assertThat(Nearest.of(written, KNOWN)).isEqualTo(Optional.ofNullable(meant));
    }

    @Test
    void saysItAtTheEndOfAMessage() {
        assertThat(Nearest.hint("truns", KNOWN)).isEqualTo("; did you mean \"turns\"?");
        assertThat(Nearest.hint("weather", KNOWN)).isEmpty();
    }

    @Test
    void doesNotCompareEndlessTexts() {
        assertThat(Nearest.of("turns".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
