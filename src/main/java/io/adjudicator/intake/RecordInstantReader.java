package io.adjudicator.intake;

import java.time.Instant;
import java.util.Set;

/** Reads an object whose only member is an instant, which may be any from 2000 to 9999. */
public final class RecordInstantReader {

    static final Instant NO_LIMIT = Instant.parse("9999-01-01T00:00:00Z");

    private RecordInstantReader() {}

    /** Throws {@link io.adjudicator.kernel.Refused} with every fault. */
    public static Instant read(byte[] json, String name) {
        RecordMembers members = new RecordMembers(RecordJson.object(json), NO_LIMIT).onlyKnow(Set.of(name));
        Instant instant = members.time(name);
        members.refuseFaults();
        return instant;
    }
}
