package io.adjudicator.console;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.WorkCase;
import io.adjudicator.kernel.Refused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One screen for each case: what it is about, what happened, where its process stands, and what can be done. */
@Controller
class CasePages {

    private final Cases cases;
    private final CaseScreen screen;

    CasePages(Cases cases, CaseScreen screen) {
        this.cases = cases;
        this.screen = screen;
    }

    @GetMapping("/console/cases/{caseId}")
    String one(@PathVariable String caseId, SignedIn visitor, Model model) {
        screen.fill(require(TaskVersions.caseId(caseId), visitor), visitor, model);
        return "console/case";
    }

    /** A process as BPMN, for the diagram. */
    @GetMapping("/console/processes/{name}")
    ResponseEntity<Resource> process(@PathVariable String name) {
        CaseKind kind = CaseKind.ofWireName(name)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_process", "", "There is no process " + name + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(new ClassPathResource("processes/" + kind.wireName() + ".bpmn"));
    }

    /** Another customer's case is as unknown as one that does not exist; so is to a customer what is not theirs to see. */
    private WorkCase require(CaseId id, SignedIn visitor) {
        return cases.find(id)
                .filter(found -> visitor.maySee(found.customer()))
                .filter(found -> visitor.boundTo().isEmpty() || found.kind() == CaseKind.DISPUTE)
                .orElseThrow(
                        () -> new Refused(Refused.Kind.NOT_FOUND, "unknown_case", "", "There is no case " + id + "."));
    }
}
