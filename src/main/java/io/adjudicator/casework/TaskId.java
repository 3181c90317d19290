package io.adjudicator.casework;

/** Names one task: its case, its kind and its round, so that whoever asks for it again gets the same. */
public record TaskId(String value) {

    static TaskId of(CaseId caseId, TaskKind kind, int round) {
        return new TaskId(caseId + "." + kind.wireName() + "." + round);
    }

    @Override
    public String toString() {
        return value;
    }
}
