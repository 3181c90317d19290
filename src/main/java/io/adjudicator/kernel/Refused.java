package io.adjudicator.kernel;

import java.util.List;

/** A caller's mistake: nothing was stored or changed. Carries every fault found, not only the first. */
@SuppressWarnings("serial") // never serialized; it ends at a door
public final class Refused extends RuntimeException {

    private final Kind kind;
    private final List<Fault> faults;

    /** How the doors answer: 400, 404, 409, 413, 422 of RFC 9110. */
    public enum Kind {
        MALFORMED,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        UNPROCESSABLE
    }

    public Refused(Kind kind, List<Fault> faults) {
        super(faults.getFirst().message(), null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public Refused(Kind kind, String code, String at, String message) {
        this(kind, List.of(new Fault(code, at, message)));
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The problem's name: the code of its first fault. */
    public String code() {
        return faults.getFirst().code();
    }
}
