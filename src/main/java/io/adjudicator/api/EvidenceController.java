package io.adjudicator.api;

import io.adjudicator.intake.Register;
import io.adjudicator.kernel.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Evidence as it was received. */
@RestController
class EvidenceController {

    private final Register register;

    EvidenceController(Register register) {
        this.register = register;
    }

    /** Another customer's evidence is as unknown as one that does not exist. */
    @GetMapping("/v1/evidence/{evidenceId}")
    EvidenceView readEvidence(@PathVariable String evidenceId, Caller caller) {
        return register.evidence(evidenceId)
                .filter(found -> caller.maySee(found.evidence().customer()))
                .map(EvidenceView::of)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_evidence", "", "expected the id of an evidence record"));
    }
}
