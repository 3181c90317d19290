package io.adjudicator.casework;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes ids of new cases. */
@Component
public class CaseIds {

    /** Milliseconds fill 12 hex digits until the year 10889. */
    private static final int TIME_DIGITS = 12;

    private static final int RANDOM_BYTES = 8;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    CaseIds(InstantSource clock) {
        this.clock = clock;
    }

    public CaseId next(CaseKind kind) {
        HexFormat hex = HexFormat.of();
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new CaseId(kind.prefix() + hex.toHexDigits(clock.millis(), TIME_DIGITS) + hex.formatHex(bytes));
    }
}
