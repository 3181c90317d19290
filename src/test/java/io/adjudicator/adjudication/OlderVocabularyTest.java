package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.RuleSetSource;
import io.adjudicator.rules.Vocabulary;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts that were published before a word was in the vocabulary go on deciding as they did. */
class OlderVocabularyTest {

    private static final Set<String> LATER_WORDS =
            Set.of("answered", "closed", "contradicted", "never_accepted", "llm_verdict");

    @TempDir
    private Path customers;

    @Test
    void aContractDecidesByTheWordsThatItWasPublishedWith() {
        ContractVersion today = new Story(customers).contract();
        OneSession old = told(withoutLaterWords(today));
        assertThat(old.decisions())
                .isEqualTo("c-1#1 BILLABLE @34 2026-07, c-2#1 NOT_BILLABLE duplicate_in_session @41 2026-07");
        assertThat(old.replayed()).isEqualTo(old.documents());
        assertThat(old.documents()).isNotEqualTo(told(today).documents());
    }

    private static OneSession told(ContractVersion contract) {
        return Story.tell(
                OneSession.under(contract),
                "10 claim c-1, 11 answered, 12 confirmed, 13 closed, 34 settle, 40 claim c-2, 40 confirmed by crm,"
                        + " 41 negative_feedback");
    }

    private static ContractVersion withoutLaterWords(ContractVersion contract) {
        OutcomeTerms terms = contract.terms(OutcomeType.SUPPORT_RESOLUTION).orElseThrow();
        RuleSetSource rules = terms.rules();
        Vocabulary vocabulary = new Vocabulary(rules.vocabulary().terms().stream()
                .filter(term -> !LATER_WORDS.contains(term.name()))
                .toList());
        OutcomeTerms older = new OutcomeTerms(
                terms.type(),
                terms.clause(),
                terms.definition(),
                terms.session(),
                terms.window(),
                terms.verification(),
                new RuleSetSource(vocabulary, rules.rules(), rules.compilerVersion()),
                terms.price(),
                terms.value());
        return OneSession.changed(contract, older);
    }
}
