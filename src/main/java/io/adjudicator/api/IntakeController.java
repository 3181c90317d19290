package io.adjudicator.api;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.intake.CloudEventOfBatch;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Claims and evidence, one by one or as CloudEvents. */
@RestController
class IntakeController {

    private final Incoming incoming;
    private final Adjudicator adjudicator;

    IntakeController(Incoming incoming, Adjudicator adjudicator) {
        this.incoming = incoming;
        this.adjudicator = adjudicator;
    }

    @PostMapping(
            path = "/v1/claims",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Incoming.CLOUD_EVENT})
    ResponseEntity<Answer> sendClaim(HttpServletRequest request) throws IOException {
        Answer answer = receive(incoming.claim(request));
        URI location = URI.create("/v1/claims/" + answer.id().orElseThrow());
        return ResponseEntity.status(answer.httpStatus()).location(location).body(answer);
    }

    @PostMapping(
            path = "/v1/evidence",
            consumes = {MediaType.APPLICATION_JSON_VALUE, Incoming.CLOUD_EVENT})
    ResponseEntity<Answer> sendEvidence(HttpServletRequest request) throws IOException {
        Answer answer = receive(incoming.evidence(request));
        URI location = URI.create("/v1/evidence/" + answer.id().orElseThrow());
        return ResponseEntity.status(answer.httpStatus()).location(location).body(answer);
    }

    @PostMapping(path = "/v1/claims", consumes = Incoming.CLOUD_EVENTS)
    ResponseEntity<List<Answer>> sendClaimEvents(HttpServletRequest request) throws IOException {
        return ResponseEntity.status(HttpStatus.OK).body(receive(incoming.claims(request)));
    }

    @PostMapping(path = "/v1/evidence", consumes = Incoming.CLOUD_EVENTS)
    ResponseEntity<List<Answer>> sendEvidenceEvents(HttpServletRequest request) throws IOException {
        return ResponseEntity.status(HttpStatus.OK).body(receive(incoming.evidenceRecords(request)));
    }

    private Answer receive(Received record) {
        IntakeLog.begin(record);
        Receipt receipt = adjudicator.receive(List.of(record)).getFirst();
        if (receipt instanceof Receipt.Rejected(var faults)) {
            throw Answer.refused(faults);
        }
        Answer answer = Answer.of(receipt);
        IntakeLog.received(record, answer);
        return answer;
    }

    private List<Answer> receive(List<CloudEventOfBatch> events) {
        Chunk chunk = new Chunk();
        long number = 0;
        for (CloudEventOfBatch event : events) {
            chunk.add(++number, event::read);
        }
        List<Answer> answers = chunk.answers(adjudicator);
        Tally tally = new Tally();
        answers.forEach(tally::add);
        tally.log(true);
        return answers;
    }
}
