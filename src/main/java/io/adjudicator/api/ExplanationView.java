package io.adjudicator.api;

import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.ClaimState;
import io.adjudicator.adjudication.Explanation;
import io.adjudicator.kernel.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Why a claim stands where it stands, in plain sentences. */
@Schema(name = "Explanation", description = "Why a claim stands where it stands, in plain sentences.")
record ExplanationView(String outcomeId, ClaimState state, List<String> sentences) {

    static ExplanationView of(ClaimDossier dossier) {
        return new ExplanationView(
                dossier.claim().claim().outcomeId(),
                dossier.state(),
                dossier.decisions().isEmpty() ? waiting(dossier) : decided(dossier));
    }

    private static List<String> decided(ClaimDossier dossier) {
        return Explanation.sentences(Members.parse(dossier.decisions().getLast().document()));
    }

    private static List<String> waiting(ClaimDossier dossier) {
        String outcome = "Outcome " + dossier.claim().claim().outcomeId() + " is not decided yet";
        return List.of(dossier.openUntil()
                .map(closesAt -> outcome + ": its measurement window is open until " + closesAt + ".")
                .orElse(outcome + "."));
    }
}
