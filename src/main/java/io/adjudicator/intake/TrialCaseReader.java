package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.Vocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a case to be tried: the same claim and evidence that would be sent, which here may lie in the future. */
public final class TrialCaseReader {

    private static final Set<String> MEMBERS = Set.of("claim", "earlier", "evidence", "asOf");

    /** Records. One session has a few; more would let one call keep a core busy. */
    private static final int MOST_RECORDS = 200;

    /** A deal desk tries contracts that are not in force yet. */
    private static final Instant NO_LIMIT = Instant.parse("9999-01-01T00:00:00Z");

    private final ClaimReader claims;
    private final EvidenceReader evidence;

    public TrialCaseReader(Vocabulary vocabulary) {
        InstantSource late = InstantSource.fixed(NO_LIMIT);
        this.claims = new ClaimReader(vocabulary, late);
        this.evidence = new EvidenceReader(late);
    }

    /** Throws {@link Refused} with every fault of every record. */
    public TrialCase read(byte[] json) {
        RecordMembers members = new RecordMembers(RecordJson.object(json), NO_LIMIT).onlyKnow(MEMBERS);
        List<Fault> faults = new ArrayList<>();
        Optional<Instant> asOf = members.optionalTime("asOf");
        Optional<Claim> claim = collect(
                faults, "/claim", () -> claims.read(members.object("claim").node()));
        List<Claim> earlier = all(members, "earlier", claims::read, faults);
        List<Evidence> observed = all(members, "evidence", evidence::read, faults);
        collect(faults, "", () -> {
            members.refuseFaults();
            return members;
        });
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
        return new TrialCase(claim.orElseThrow(), earlier, observed, asOf);
    }

    private static <T> List<T> all(
            RecordMembers members, String name, Function<ObjectNode, T> reading, List<Fault> faults) {
        List<T> found = new ArrayList<>();
        JsonNode values = members.node().get(name);
        if (values instanceof ArrayNode array && array.size() <= MOST_RECORDS) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                collect(faults, "/" + name + "/" + i, () -> reading.apply(object(value)))
                        .ifPresent(found::add);
            }
        } else if (values != null) {
            members.fault("wrong_type", name, "expected an array of at most " + MOST_RECORDS + " records");
        }
        return found;
    }

    private static ObjectNode object(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new Refused(
                Refused.Kind.UNPROCESSABLE, "wrong_type", "", "expected an object, but got " + RecordText.kind(value));
    }

    private static <T> Optional<T> collect(List<Fault> faults, String at, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refused refused) {
            refused.faults().forEach(fault -> faults.add(fault.under(at)));
            return Optional.empty();
        }
    }
}
