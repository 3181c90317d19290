package io.adjudicator.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of work a case is. The wire name is also the id of its BPMN process. */
public enum CaseKind {
    /** An outcome that the rules could not decide. */
    CLAIM_REVIEW("rev_"),
    /** An objection to decisions. */
    DISPUTE("dsp_"),
    /** Money that goes back. */
    CREDIT_REVIEW("crv_");

    private final String prefix;

    CaseKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /** In tables, JSON and BPMN: {@code claim-review}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CaseKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findAny();
    }
}
