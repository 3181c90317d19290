package io.adjudicator.workflow;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;

/** A refusal by the engine that changes nothing, over gRPC and over REST. */
enum Refusal {
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
