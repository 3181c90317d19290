package io.adjudicator.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A claim or evidence record made of a vendor's export, as a line of a batch. */
record ExportedLine(Instant at, String id, String json) {

    /** As batches are read best: in event time. */
    static final Comparator<ExportedLine> BY_TIME =
            Comparator.comparing(ExportedLine::at).thenComparing(ExportedLine::id);

    static ExportedLine of(Instant at, String id, Map<String, Object> members) {
        return new ExportedLine(at, id, JsonMapper.shared().writeValueAsString(members));
    }
}
