package io.adjudicator.notice;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox: what is put in here goes out when, and only if, the transaction commits. */
@Service
class Notices {

    private final OutboxStore outbox;
    private final InstantSource clock;

    Notices(OutboxStore outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Outside of a transaction it would be told whatever became of what happened. */
    @Transactional(propagation = Propagation.MANDATORY)
    void announce(List<Notice> notices) {
        if (!notices.isEmpty() && outbox.anybodyListens()) {
            outbox.insert(notices, clock.instant());
        }
    }
}
