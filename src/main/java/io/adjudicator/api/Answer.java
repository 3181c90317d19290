package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.intake.Receipt;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * How one record was taken.
 *
 * @param line its number in the batch, from 1; absent for a record sent alone
 * @param status {@code accepted}, {@code duplicate} or {@code rejected}
 * @param id the outcome id or evidence id of what is stored
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "How one record was taken.")
record Answer(
        Optional<Long> line,

        @Schema(allowableValues = {ACCEPTED, DUPLICATE, REJECTED})
        String status,

        Optional<String> id,
        Optional<Problem> problem) {

    static final String ACCEPTED = "accepted";
    static final String DUPLICATE = "duplicate";
    static final String REJECTED = "rejected";

    static Answer of(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted(String name) ->
                new Answer(Optional.empty(), ACCEPTED, Optional.of(name), Optional.empty());
            case Receipt.Duplicate(String name) ->
                new Answer(Optional.empty(), DUPLICATE, Optional.of(name), Optional.empty());
            case Receipt.Rejected(List<Fault> faults) -> rejected(refused(faults));
        };
    }

    static Answer rejected(Refused refused) {
        return new Answer(Optional.empty(), REJECTED, Optional.empty(), Optional.of(Problem.of(refused)));
    }

    static Answer tooLong(int limit) {
        Refused refused = new Refused(
                Refused.Kind.TOO_LARGE, "line_too_long", "", "expected a line of at most " + limit + " bytes");
        return rejected(refused);
    }

    Answer atLine(long number) {
        return new Answer(Optional.of(number), status, id, problem);
    }

    HttpStatus httpStatus() {
        return status.equals(ACCEPTED) ? HttpStatus.CREATED : HttpStatus.OK;
    }

    static Refused refused(List<Fault> faults) {
        boolean conflict = faults.getFirst().code().equals("identity_conflict");
        return new Refused(conflict ? Refused.Kind.CONFLICT : Refused.Kind.UNPROCESSABLE, faults);
    }
}
