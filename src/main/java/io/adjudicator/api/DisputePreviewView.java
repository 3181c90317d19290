package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.dispute.DisputePreview;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a dispute would take if it were raised now. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "DisputePreview", description = "What a dispute would take if it were raised now.")
record DisputePreviewView(
        String selectedBy,

        @Schema(description = "How many decisions the dispute would take.")
        int outcomes,

        @Schema(
                description =
                        "How many can be disputed of all that fit. A sample is drawn from them; else they are the outcomes.")
        int population,

        @Schema(description = "What the population comes to by the price list, one for each unit.")
        List<Price> amounts,

        @Schema(description = "How many fit and cannot be disputed, by the code of the problem.")
        Map<String, Integer> passedOver,

        @Schema(description = "The first few that it would take; none of a sample, which is drawn when it is raised.")
        List<DisputeView.Outcome> first,

        @Schema(description = "The code of the problem that raising it like that would be answered with.")
        Optional<String> refusedAs,

        @Schema(description = "That problem in words.") Optional<String> refusal) {

    /** An amount in its unit. */
    @Schema(name = "PreviewedAmount")
    record Price(String amount, String unit) {

        static Price of(Amount amount) {
            return new Price(amount.plain(), amount.unit().code());
        }
    }

    static DisputePreviewView of(DisputePreview preview) {
        return new DisputePreviewView(
                preview.selectedBy(),
                preview.outcomes(),
                preview.population(),
                preview.amounts().stream().map(Price::of).toList(),
                preview.passedOver(),
                preview.first().stream().map(DisputeView.Outcome::of).toList(),
                preview.refusal().map(Fault::code),
                preview.refusal().map(Fault::message));
    }
}
