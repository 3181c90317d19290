package io.adjudicator.api;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.Refused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Some lines of a batch that are received in one go; each is answered for itself. */
final class Chunk {

    private final List<Line> lines = new ArrayList<>();

    private record Line(long number, Optional<Received> record, Optional<Answer> rejection) {}

    void add(long number, Supplier<Received> reading) {
        try {
            lines.add(new Line(number, Optional.of(reading.get()), Optional.empty()));
        } catch (Refused refused) {
            reject(number, Answer.rejected(refused));
        }
    }

    void reject(long number, Answer rejection) {
        lines.add(new Line(number, Optional.empty(), Optional.of(rejection)));
    }

    int size() {
        return lines.size();
    }

    /** Receives what could be read, and answers every line in order. */
    List<Answer> answers(Adjudicator adjudicator) {
        List<Received> records =
                lines.stream().flatMap(line -> line.record().stream()).toList();
        Iterator<Receipt> receipts = (records.isEmpty() ? List.<Receipt>of() : adjudicator.receive(records)).iterator();
        List<Answer> answers = lines.stream()
                .map(line -> line.rejection()
                        .orElseGet(() -> Answer.of(receipts.next()))
                        .atLine(line.number()))
                .toList();
        log(answers);
        return answers;
    }

    private void log(List<Answer> answers) {
        if (IntakeLog.tellsLines()) {
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                lines.get(i).record().ifPresent(record -> IntakeLog.receivedInBatch(record, answer));
            }
        }
    }
}
