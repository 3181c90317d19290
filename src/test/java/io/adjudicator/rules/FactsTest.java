package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private final Vocabulary vocabulary = Vocabulary.ofThisRelease();

    @Test
    void beginsWithNothingSeenAndNothingStated() {
        Facts facts = vocabulary.facts();
        assertThat(facts.get("reopened")).contains(false);
        assertThat(facts.get("activities")).contains(0L);
        assertThat(facts.get("verification")).isEmpty();
        assertThat(facts.get("turns")).isEmpty();
        assertThat(facts.get("first_contact")).isEmpty();
    }

    @Test
    void keepsCasesApart() {
        vocabulary.facts().set("reopened", true).set("turns", 3L);
        assertThat(vocabulary.facts().get("reopened")).contains(false);
        assertThat(vocabulary.facts().get("turns")).isEmpty();
    }

    @Test
    void setsByPlaceAsByName() {
        Facts facts = vocabulary.facts().set(vocabulary.index("turns"), 4L);
        assertThat(facts.get("turns")).contains(4L);
    }

    @Test
    void forgetsBackToUnknownOrNotSeen() {
        Facts facts = vocabulary.facts().set("turns", 4L).set("handoff", true);
        assertThat(facts.forget("turns").get("turns")).isEmpty();
        assertThat(facts.forget("handoff").get("handoff")).contains(false);
    }

    @Test
    void takesWholeNumbersForDecimals() {
        assertThat(vocabulary.facts().set("amount_at_stake", 5L).get("amount_at_stake"))
                .contains(new BigDecimal("5"));
    }

    @Test
    void refusesValuesOfAnotherType() {
        for (Object wrong : List.of("3", 3, 3.0, new BigDecimal("3"), true)) {
            assertThatThrownBy(() -> vocabulary.facts().set("turns", wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected turns to be INTEGER");
        }
        assertThatThrownBy(() -> vocabulary.facts().set("amount_at_stake", 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vocabulary.facts().set("topic", 5L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vocabulary.facts().set("handoff", "true"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesFactsThatTheVocabularyDoesNotHave() {
        assertThatThrownBy(() -> vocabulary.facts().set("sentiment", 3L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sentiment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "in", "null", "end", "Turns", "a.b", "a b", "x; System", "1a", ""})
    void refusesNamesThatDrlCouldMisread(String name) {
        assertThatThrownBy(() -> VocabularyFile.parse(
                        "- {name: '" + name + "', type: text, unit: word, origin: claim, meaning: \"x\"}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"turns,INTEGER,CLAIM", "amount_at_stake,DECIMAL,CLAIM", "reopened,BOOLEAN,OBSERVED"})
    void readsTheVocabularyOfThisRelease(String name, FactType type, FactOrigin origin) {
        assertThat(vocabulary.term(name)).hasValueSatisfying(term -> {
            assertThat(term.type()).isEqualTo(type);
            assertThat(term.origin()).isEqualTo(origin);
        });
    }
}
