package io.adjudicator.dispute;

import io.adjudicator.kernel.Members;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** An answer on record. */
public record Answered(int round, Answer answer, String by, String byName, Instant at) {

    /** In JSON and timelines: {@code upheld}. */
    public String word() {
        return AnswerText.kind(answer).toLowerCase(Locale.ROOT);
    }

    /** Everything that it says, for doors to show. */
    public Map<String, Object> detail() {
        return Members.parse(AnswerText.write(answer)).values();
    }
}
