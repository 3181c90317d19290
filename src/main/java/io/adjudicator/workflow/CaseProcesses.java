package io.adjudicator.workflow;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The words that this room shares with the processes of cases: claim-review, dispute and credit-review. */
final class CaseProcesses {

    /** The job type of BPMN user tasks. */
    static final String USER_TASK = "io.camunda.zeebe:userTask";

    static final String CASE_ID = "caseId";

    /** What a step answers: the word by which the gateway behind it turns, and what the way there reads. */
    static final String NEXT = "next";

    static final String ROUND = "round";
    static final String REMIND_AT = "remindAt";
    static final String DUE_AT = "dueAt";
    static final String WAIT_UNTIL = "waitUntil";
    static final String CREDIT_CASE_ID = "creditCaseId";

    private CaseProcesses() {}

    static List<String> resources() {
        return Arrays.stream(CaseKind.values())
                .map(kind -> "processes/" + kind.wireName() + ".bpmn")
                .toList();
    }

    /** The message that starts a process; the case's id is its correlation key, and while one such process lives there is no second. */
    static String opened(CaseKind kind) {
        return kind.wireName() + " opened";
    }

    static Map<String, Object> variables(CaseId id) {
        return Map.of(CASE_ID, id.value());
    }
}
