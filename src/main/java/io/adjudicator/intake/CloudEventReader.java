package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads claims and evidence that come as CloudEvents 1.0.2: {@code source} and {@code id} name the record, {@code time}
 * is its occurredAt unless the data states one, the data holds the other members. Other attributes and extensions, such
 * as {@code traceparent} of some middleware, are let through without effect (core specification, "Extension Context
 * Attributes").
 */
public final class CloudEventReader {

    /** The {@code type} of an event that carries a claim. */
    public static final String CLAIM = "io.adjudicator.claim.v1";

    /** The {@code type} of an event that carries evidence. */
    public static final String EVIDENCE = "io.adjudicator.evidence.v1";

    /** Core specification, "Attribute Naming Convention". */
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]+");

    private final ClaimReader claims;
    private final EvidenceReader evidence;

    public CloudEventReader(ClaimReader claims, EvidenceReader evidence) {
        this.claims = claims;
        this.evidence = evidence;
    }

    /** A structured-mode message (JSON event format, section 3). Throws {@link Refused} with every fault. */
    public Received structured(byte[] body, String expectedType) {
        return event(RecordJson.object(body), expectedType);
    }

    /** A batched-mode message (JSON event format, section 4): each event is read for itself when it is asked for. */
    public List<CloudEventOfBatch> batch(byte[] body, String expectedType) {
        if (!(RecordJson.value(body) instanceof ArrayNode array)) {
            throw RecordJson.malformed("expected a JSON array of events");
        }
        List<CloudEventOfBatch> events = new ArrayList<>(array.size());
        array.forEach(event -> events.add(() -> event(asObject(event), expectedType)));
        return events;
    }

    /**
     * A binary-mode message (HTTP protocol binding, section 3.1): attributes in headers, data in the body.
     *
     * @param headers of the request whose names begin with {@code ce-}, without that prefix, in lower case
     */
    public Received binary(Map<String, String> headers, byte[] body, String expectedType) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        Map<String, String> decoded = new HashMap<>();
        headers.forEach((name, value) -> decoded.put(name, CloudEventHeader.decode(name, value)));
        decoded.forEach(event::put);
        event.set("data", RecordJson.value(body));
        return event(event, expectedType);
    }

    private Received event(ObjectNode event, String expectedType) {
        checkEnvelope(event, expectedType);
        ObjectNode data = data(event);
        boolean timeFromEvent = !data.has("occurredAt") && event.has("time");
        copy(event, "source", data, "source");
        copy(event, "id", data, "id");
        if (timeFromEvent) {
            copy(event, "time", data, "occurredAt");
        }
        try {
            return expectedType.equals(CLAIM) ? claims.read(data) : evidence.read(data);
        } catch (Refused e) {
            throw new Refused(
                    e.kind(),
                    e.faults().stream()
                            .map(fault -> moved(fault, timeFromEvent))
                            .toList());
        }
    }

    private static void checkEnvelope(ObjectNode event, String expectedType) {
        List<Fault> faults = new ArrayList<>();
        attribute(event, "specversion", "1.0").ifPresent(faults::add);
        attribute(event, "type", expectedType).ifPresent(faults::add);
        event.propertyNames().stream()
                .filter(name -> !ATTRIBUTE.matcher(name).matches() && !name.equals("data_base64"))
                .map(name -> new Fault(
                        "bad_event",
                        "/" + RecordMembers.shown(name),
                        "expected attributes named in lower-case letters and digits"))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
    }

    private static Optional<Fault> attribute(ObjectNode event, String name, String expected) {
        JsonNode value = event.get(name);
        if (value != null && value.isString() && value.stringValue().equals(expected)) {
            return Optional.empty();
        }
        String found = value == null ? "nothing" : "\"" + RecordMembers.shown(value.asString("")) + "\"";
        return Optional.of(new Fault("bad_event", "/" + name, "expected \"" + expected + "\", but got " + found));
    }

    /** JSON event format, section 3.1: either data or data_base64, never both. */
    private static ObjectNode data(ObjectNode event) {
        JsonNode data = event.get("data");
        JsonNode encoded = event.get("data_base64");
        JsonNode found = data == null && encoded != null ? RecordJson.value(decoded(encoded)) : data;
        if (found instanceof ObjectNode object && (data == null || encoded == null)) {
            return identityOnlyOutside(object.deepCopy());
        }
        throw bad("/data", "expected one JSON object, in data or else in data_base64");
    }

    private static byte[] decoded(JsonNode encoded) {
        try {
            return Base64.getDecoder().decode(encoded.asString(""));
        } catch (IllegalArgumentException e) {
            throw bad("/data_base64", "expected Base64 (RFC 4648, section 4)");
        }
    }

    private static ObjectNode identityOnlyOutside(ObjectNode data) {
        if (data.has("source") || data.has("id")) {
            throw bad("/data", "expected source and id as attributes of the event alone, but the data has them too");
        }
        return data;
    }

    private static ObjectNode asObject(JsonNode event) {
        if (event instanceof ObjectNode object) {
            return object;
        }
        throw bad("", "expected a JSON object");
    }

    private static Refused bad(String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, "bad_event", at, message);
    }

    private static void copy(ObjectNode from, String name, ObjectNode to, String newName) {
        JsonNode value = from.get(name);
        if (value != null) {
            to.set(newName, value);
        }
    }

    /** Where the sender wrote the member that was found faulty. */
    private static Fault moved(Fault fault, boolean timeFromEvent) {
        return switch (fault.at()) {
            case "/source", "/id" -> fault;
            case "/occurredAt" ->
                timeFromEvent ? new Fault(fault.code(), "/time", fault.message()) : fault.under("/data");
            default -> fault.under("/data");
        };
    }
}
