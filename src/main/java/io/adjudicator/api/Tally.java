package io.adjudicator.api;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the answers to a batch, for its last line and for the log. */
final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final Map<String, Integer> problems = new TreeMap<>();
    private long accepted;
    private long duplicate;
    private long rejected;

    void add(Answer answer) {
        switch (answer.status()) {
            case Answer.ACCEPTED -> accepted++;
            case Answer.DUPLICATE -> duplicate++;
            default -> rejected++;
        }
        answer.problem().ifPresent(problem -> problems.merge(problem.code(), 1, Integer::sum));
    }

    long accepted() {
        return accepted;
    }

    long duplicate() {
        return duplicate;
    }

    long rejected() {
        return rejected;
    }

    long lines() {
        return accepted + duplicate + rejected;
    }

    /** One line for the whole batch; {@link IntakeLog} has one for each record. */
    void log(boolean complete) {
        LOG.atInfo()
                .addKeyValue("accepted", accepted)
                .addKeyValue("duplicate", duplicate)
                .addKeyValue("rejected", rejected)
                .addKeyValue("problems", problems.toString())
                .addKeyValue("complete", complete)
                .log("Batch received");
    }
}
