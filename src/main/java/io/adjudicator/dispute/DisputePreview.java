package io.adjudicator.dispute;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dispute would take if it were raised now, found by the code that raises it.
 *
 * @param selectedBy OUTCOMES, FILTER or SAMPLE
 * @param outcomes how many decisions it would take
 * @param population how many can be disputed of all that fit: the same number, except that a sample is drawn from more
 * @param amounts what the population comes to by the price list, one for each unit
 * @param passedOver how many fit and cannot be disputed, by the code of the problem
 * @param first some of those it would take; none of a sample, which is drawn when it is raised
 * @param refusal what would be wrong with raising it like that
 */
public record DisputePreview(
        String selectedBy,
        int outcomes,
        int population,
        List<Amount> amounts,
        Map<String, Integer> passedOver,
        List<Disputed> first,
        Optional<Fault> refusal) {

    public DisputePreview {
        amounts = List.copyOf(amounts);
        passedOver = Map.copyOf(passedOver);
        first = List.copyOf(first);
    }
}
