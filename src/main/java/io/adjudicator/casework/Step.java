package io.adjudicator.casework;

import java.util.Map;

/**
 * What a case's process has done by the room that the case belongs to. Each implementation is a bean.
 *
 * <p>It may be asked twice, by any replica, and by a process that was started anew: it then answers where the case stands.
 */
public interface Step {

    /** The job type in the BPMN process, such as {@code dispute.proceed}. */
    String job();

    /** Answers the process's variables: gateway words, numbers, and instants as ISO-8601 text. */
    Map<String, Object> run(CaseId id);
}
