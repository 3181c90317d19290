package io.adjudicator.workflow;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends pages of letters to the engine, each page at once; a broker under pressure refuses what it cannot take, and that is sent in the
 * next round.
 *
 * @param send what is sent of each
 * @param asGood the refusal that is as good as an answer: somebody was here before
 * @param taken told what the engine has taken
 */
record Dispatch<T>(Function<T, CamundaFuture<?>> send, AsGood asGood, Consumer<List<T>> taken) {

    /** In flight at once. */
    static final int PAGE = 500;

    /** A refusal that changes nothing, over gRPC and over REST. */
    enum AsGood {
        /** A message that is there already, sent by an earlier try or by another replica. */
        ALREADY_EXISTS,
        /**
         * A job whose process is gone, or that was completed already; or that failed and pauses. What pauses comes again, and its task is
         * asked for and answered anew. Waited for here, one such job would hold up all that the engine has to be told.
         */
        GONE_OR_PAUSING;

        boolean is(ClientException refusal) {
            return switch (refusal) {
                case ClientStatusException status -> is(status.getStatusCode());
                case ProblemException problem -> is(problem.code());
                default -> false;
            };
        }

        private boolean is(Status.Code grpc) {
            return switch (this) {
                case ALREADY_EXISTS -> grpc == Status.Code.ALREADY_EXISTS;
                case GONE_OR_PAUSING -> grpc == Status.Code.NOT_FOUND || grpc == Status.Code.FAILED_PRECONDITION;
            };
        }

        private boolean is(int http) {
            return switch (this) {
                case ALREADY_EXISTS -> http == 409;
                case GONE_OR_PAUSING -> http == 404 || http == 409;
            };
        }
    }

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
                join(answer);
                arrived.add(letter);
            } catch (ClientException e) {
                refused.add(e);
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

    private void join(CamundaFuture<?> answer) {
        try {
            var _ = answer.join();
        } catch (ClientException refusal) {
            if (!asGood.is(refusal)) {
                throw refusal;
            }
        }
    }
}
