package io.adjudicator.api;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Definition;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.PriceTerms;
import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.StoredVersion;
import io.adjudicator.contract.VerificationTerms;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleOrigin;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A published contract version as it decides. */
@Schema(name = "ContractVersion", description = "A published contract version as it decides.")
record ContractView(Summary version, String zone, String unit, CommercialTerms money, List<Outcome> outcomes) {

    /** One line of the list of versions. */
    @Schema(name = "ContractSummary")
    record Summary(String customer, int version, String digest, Instant from, Instant to) {

        static Summary of(StoredVersion stored) {
            return new Summary(
                    stored.customer().value(),
                    stored.version(),
                    stored.digest().value(),
                    stored.effective().from(),
                    stored.effective().to());
        }
    }

    /** The terms of one outcome type. */
    @Schema(name = "OutcomeTerms")
    record Outcome(
            String type,
            String clause,
            Definition definition,
            SessionTerms session,
            WindowTerms window,
            VerificationTerms verification,
            PriceTerms price,
            List<RuleView> rules) {

        static Outcome of(OutcomeTerms terms) {
            return new Outcome(
                    terms.type().value(),
                    terms.clause(),
                    terms.definition(),
                    terms.session(),
                    terms.window(),
                    terms.verification(),
                    terms.price(),
                    terms.rules().rules().stream().map(RuleView::of).toList());
        }
    }

    /** One rule in plain words. */
    @Schema(name = "Rule")
    record RuleView(
            String id,
            RuleKind kind,
            RuleOrigin origin,
            String clause,
            String result,
            String says,
            List<String> facts) {

        static RuleView of(Rule rule) {
            return new RuleView(
                    rule.id(), rule.kind(), rule.origin(), rule.clause(), rule.result(), rule.says(), rule.facts());
        }
    }

    static ContractView of(StoredVersion stored, ContractVersion version) {
        return new ContractView(
                Summary.of(stored),
                version.zone().getId(),
                version.unit().code(),
                version.commercial(),
                version.outcomes().values().stream()
                        .sorted(Comparator.comparing(OutcomeTerms::type))
                        .map(Outcome::of)
                        .toList());
    }
}
