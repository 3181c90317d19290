package io.adjudicator.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What was observed. Every kind but {@link #ACTIVITY} is a boolean fact of the same name in the vocabulary.
 *
 * <p>Evidence that names no claim concerns, by kind, either every claim of its session whose window it falls before the
 * close of (a person took over, it was a test), or only the latest claim that is not later than it (that answer was
 * confirmed, that issue was reopened).
 */
public enum EvidenceKind {
    /** The customer did something in the session; may restart the window. Counted in the fact {@code activities}. */
    ACTIVITY(Concerns.LATEST_CLAIM),
    /** The product answered; where the window counts from the last answer, this is what starts it. */
    ANSWERED(Concerns.LATEST_CLAIM),
    /** The session was closed; where the window counts from the session's end, this is what starts it. */
    CLOSED(Concerns.WHOLE_SESSION),
    CONFIRMED(Concerns.LATEST_CLAIM),
    ACCEPTED(Concerns.LATEST_CLAIM),
    REJECTED(Concerns.LATEST_CLAIM),
    REOPENED(Concerns.LATEST_CLAIM),
    NEGATIVE_FEEDBACK(Concerns.LATEST_CLAIM),
    ASKED_FOR_MORE(Concerns.LATEST_CLAIM),
    HANDOFF(Concerns.WHOLE_SESSION),
    ASKED_FOR_HUMAN(Concerns.WHOLE_SESSION),
    ABANDONED(Concerns.WHOLE_SESSION),
    FAILED(Concerns.WHOLE_SESSION),
    CANCELLED(Concerns.WHOLE_SESSION),
    DISCONNECTED(Concerns.WHOLE_SESSION),
    NO_SHOW(Concerns.WHOLE_SESSION),
    GREETING_ONLY(Concerns.WHOLE_SESSION),
    DIAGNOSTIC_QUESTION(Concerns.WHOLE_SESSION),
    UNANSWERED_FOLLOWUP(Concerns.WHOLE_SESSION),
    IGNORED_ALERT(Concerns.WHOLE_SESSION),
    DUPLICATE(Concerns.WHOLE_SESSION),
    TEST(Concerns.WHOLE_SESSION);

    /** Which claims of a session an observation without a claim speaks of. */
    public enum Concerns {
        LATEST_CLAIM,
        WHOLE_SESSION
    }

    private static final Set<EvidenceKind> AFFIRMING = EnumSet.of(CONFIRMED, ACCEPTED);
    private static final Set<EvidenceKind> DENYING = EnumSet.of(REJECTED, REOPENED, NEGATIVE_FEEDBACK);

    private final Concerns concerns;

    EvidenceKind(Concerns concerns) {
        this.concerns = concerns;
    }

    public Concerns concerns() {
        return concerns;
    }

    /** Somebody says that the result is there. */
    public boolean affirms() {
        return AFFIRMING.contains(this);
    }

    /** Somebody says that the result is not there. */
    public boolean denies() {
        return DENYING.contains(this);
    }

    /** In JSON, tables and the vocabulary: {@code negative_feedback}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EvidenceKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findAny();
    }
}
