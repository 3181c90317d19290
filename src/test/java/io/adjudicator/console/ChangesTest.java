package io.adjudicator.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # before , after   , changes
            a b c    , a b c   , a b c
            a b c    , a c     , a -b c
            a c      , a b c   , a +b c
            a b c    , a x c   , a -b +x c
            ''       , a       , +a
            a        , ''      , -a
            a b      , b a     , -a b +a
            """)
    void tellsWhatCameAndWhatWent(String before, String after, String changes) {
        List<String> told = Changes.between(words(before), words(after)).stream()
                .map(change ->
                        (change.kind().equals("added") ? "+" : change.kind().equals("removed") ? "-" : "")
                                + change.sentence())
                .toList();
        assertThat(String.join(" ", told)).isEqualTo(changes);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
