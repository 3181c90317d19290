package io.adjudicator.intake;

import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.Vocabulary;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one line of a batch: a claim or an evidence record that says in {@code type} which of them it is. */
public final class RecordReader {

    private final ClaimReader claims;
    private final EvidenceReader evidence;

    public RecordReader(ClaimReader claims, EvidenceReader evidence) {
        this.claims = claims;
        this.evidence = evidence;
    }

    public static RecordReader of(Vocabulary vocabulary, InstantSource clock) {
        return new RecordReader(new ClaimReader(vocabulary, clock), new EvidenceReader(clock));
    }

    /** Throws {@link Refused} with every fault. */
    public Received read(byte[] line) {
        ObjectNode json = RecordJson.object(line);
        JsonNode type = json.remove("type");
        if (type == null) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE, "missing_field", "/type", "expected \"type\", but it is missing");
        }
        return switch (type.isString() ? type.stringValue() : "") {
            case "claim" -> claims.read(json);
            case "evidence" -> evidence.read(json);
            default ->
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "unknown_record_type",
                        "/type",
                        "expected \"claim\" or \"evidence\", but got " + RecordText.kind(type));
        };
    }
}
