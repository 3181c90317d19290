package io.adjudicator.api;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.intake.NdjsonLine;
import io.adjudicator.intake.NdjsonLines;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One batch on its way in. It is received in chunks, each in a transaction of its own, and a chunk is answered when it is
 * stored. So whatever was answered is safe; whatever was not can be sent again, because repeats change nothing.
 */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** Lines a transaction: enough to pay for its commit, few enough to be answered within a fraction of a second. */
    private static final int LINES_PER_CHUNK = 1_000;

    /** Bytes, unpacked. More belongs into several requests, so that a broken connection costs little. */
    private static final long LARGEST = 512L * 1024 * 1024;

    private final Incoming incoming;
    private final Adjudicator adjudicator;
    private final BatchAnswers answers;

    Batch(Incoming incoming, Adjudicator adjudicator, BatchAnswers answers) {
        this.incoming = incoming;
        this.adjudicator = adjudicator;
        this.answers = answers;
    }

    void receive(HttpServletRequest request) throws IOException {
        try (BoundedBody body = BoundedBody.of(request, LARGEST)) {
            receive(new NdjsonLines(body));
            answers.complete();
        } catch (Refused tooLarge) {
            stop(Problem.of(tooLarge), tooLarge);
        } catch (ZipException e) {
            Refused broken = BoundedBody.broken();
            stop(Problem.of(broken), broken);
        } catch (DataAccessException | TransactionException e) {
            stop(ProblemWriter.databaseUnavailable(e), e);
        } catch (IOException e) {
            LOG.info("The sender of a batch left after {} answered lines", answers.lines());
        }
    }

    private void receive(NdjsonLines lines) throws IOException {
        Chunk chunk = new Chunk();
        for (Optional<NdjsonLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            add(line.get(), chunk);
            if (chunk.size() == LINES_PER_CHUNK) {
                answers.write(chunk.answers(adjudicator));
                chunk = new Chunk();
            }
        }
        if (chunk.size() > 0) {
            answers.write(chunk.answers(adjudicator));
        }
    }

    private void add(NdjsonLine line, Chunk chunk) {
        switch (line) {
            case NdjsonLine.Whole(long number, byte[] bytes) -> chunk.add(number, () -> incoming.line(bytes));
            case NdjsonLine.TooLong(long number) -> chunk.reject(number, Answer.tooLong(NdjsonLines.LONGEST));
        }
    }

    /** Before the first answer it is a failed request like any other; after it, the last line has to say so. */
    private void stop(Problem problem, RuntimeException cause) throws IOException {
        if (!answers.begun()) {
            throw cause;
        }
        answers.stopped(problem);
    }
}
