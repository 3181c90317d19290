package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a batch, written line by line while it is made. Status and headers go out with the first line. */
final class BatchAnswers {

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final Tally tally = new Tally();
    private long lastLine;
    private boolean begun;

    /** The last line of an answer. */
    record LastLine(Summary summary) {}

    /**
     * What became of a batch.
     *
     * @param complete whether every line was answered; if not, {@code problem} says why
     * @param resendAfterLine the last line that was answered: everything after it may not be stored
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Summary(
            long accepted,
            long duplicate,
            long rejected,
            boolean complete,
            Optional<Long> resendAfterLine,
            Optional<Problem> problem) {}

    BatchAnswers(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    boolean begun() {
        return begun;
    }

    long lines() {
        return tally.lines();
    }

    void write(List<Answer> answers) throws IOException {
        OutputStream out = begin();
        for (Answer answer : answers) {
            tally.add(answer);
            lastLine = answer.line().orElse(lastLine);
            line(out, answer);
        }
        out.flush();
    }

    void complete() throws IOException {
        summary(true, Optional.empty());
    }

    void stopped(Problem problem) throws IOException {
        summary(false, Optional.of(problem));
    }

    private OutputStream begin() throws IOException {
        if (!begun) {
            begun = true;
            response.setContentType(BatchController.NDJSON);
        }
        return response.getOutputStream();
    }

    private void summary(boolean complete, Optional<Problem> problem) throws IOException {
        tally.log(complete);
        Optional<Long> resendAfter = complete ? Optional.empty() : Optional.of(lastLine);
        OutputStream out = begin();
        line(
                out,
                new LastLine(new Summary(
                        tally.accepted(), tally.duplicate(), tally.rejected(), complete, resendAfter, problem)));
        out.flush();
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }
}
