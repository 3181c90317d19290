package io.adjudicator.contract;

import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.RuleSetSource;
import java.util.Optional;

/** The terms of one outcome type: what it means, when its window closes, which rules judge it, what it costs. */
public record OutcomeTerms(
        OutcomeType type,
        String clause,
        Definition definition,
        SessionTerms session,
        WindowTerms window,
        VerificationTerms verification,
        RuleSetSource rules,
        PriceTerms price,
        Optional<ValueTerms> value) {}
