package io.adjudicator.workflow;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends pages of letters to the engine, each page at once; a broker under pressure refuses what it cannot take, and that is sent in the
 * next round.
 *
 * @param send what is sent of each
 * @param asGood whether a refusal is as good as an answer: somebody was here before, or nobody waits any more
 * @param taken told what the engine has taken
 */
record Dispatch<T>(
        Function<T, CamundaFuture<?>> send, BiPredicate<T, ClientException> asGood, Consumer<List<T>> taken) {

    /** In flight at once. */
    static final int PAGE = 500;

    /** Sends page after page until none is left. */
    void drain(Function<Integer, List<T>> pages) {
        int sent;
        do {
            sent = send(pages.apply(PAGE));
        } while (sent == PAGE);
    }

    /** Throws the first refusal, once it is told what was taken all the same. */
    int send(List<T> page) {
        Map<T, CamundaFuture<?>> sent = new LinkedHashMap<>();
        page.forEach(letter -> sent.put(letter, send.apply(letter)));
        List<T> arrived = new ArrayList<>();
        List<ClientException> refused = new ArrayList<>();
        sent.forEach((letter, answer) -> {
            try {
                var _ = answer.join();
                arrived.add(letter);
            } catch (ClientException refusal) {
                if (asGood.test(letter, refusal)) {
                    arrived.add(letter);
                } else {
                    refused.add(refusal);
                }
            }
        });
        if (!arrived.isEmpty()) {
            taken.accept(arrived);
        }
        refused.stream().findFirst().ifPresent(first -> {
            throw first;
        });
        return arrived.size();
    }
}
