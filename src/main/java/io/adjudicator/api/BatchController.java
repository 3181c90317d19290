package io.adjudicator.api;

import io.adjudicator.adjudication.Adjudicator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Claims and evidence, mixed, as a stream of lines that is answered as a stream of lines. */
@RestController
class BatchController {

    static final String NDJSON = "application/x-ndjson";

    private final Incoming incoming;
    private final Adjudicator adjudicator;
    private final JsonMapper json;

    BatchController(Incoming incoming, Adjudicator adjudicator, JsonMapper json) {
        this.incoming = incoming;
        this.adjudicator = adjudicator;
        this.json = json;
    }

    @PostMapping(path = "/v1/batches", consumes = NDJSON)
    void sendBatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BatchAnswers answers = new BatchAnswers(response, json);
        new Batch(incoming, adjudicator, answers).receive(request);
    }
}
