package io.adjudicator.api;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Tasks;
import io.adjudicator.kernel.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cases with all that happened to them. */
@RestController
class CaseController {

    private final Cases cases;
    private final Tasks tasks;

    CaseController(Cases cases, Tasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    @GetMapping("/v1/cases/{id}")
    CaseView readCase(@PathVariable String id) {
        return CaseId.of(id)
                .flatMap(cases::find)
                .map(found -> CaseView.of(found, tasks.ofCase(found.id()), cases.timeline(found.id())))
                .orElseThrow(
                        () -> new Refused(Refused.Kind.NOT_FOUND, "unknown_case", "", "expected the id of a case"));
    }
}
