package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many claims and evidence records one source may put into one session. Whatever happens to a session reads all of it, so a sender
 * who puts everything into one would slow down everybody. Counted by source, because otherwise whoever claims could fill a session and
 * so keep out the evidence against the claim.
 */
@Component
public final class SessionLimit {

    /** Records. The longest conversations that we know of have some dozens. */
    public static final int USUAL = 1_000;

    private final int most;

    public SessionLimit(@Value("${adjudicator.intake.session-records:" + USUAL + "}") int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "expected adjudicator.intake.session-records to be at least 1, but it is " + most);
        }
        this.most = most;
    }

    /** Why a record that is new cannot come in; empty if it can. */
    public Optional<Fault> refusal(Received record, long already) {
        return already < most
                ? Optional.empty()
                : Optional.of(new Fault(
                        "session_full",
                        "/session",
                        "expected at most " + most + " records of one source in session \""
                                + RecordMembers.shown(record.session())
                                + "\", which has that many; begin another session"));
    }
}
