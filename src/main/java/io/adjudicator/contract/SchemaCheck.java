package io.adjudicator.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a file against a JSON Schema of the class path, the same one that editors use, and says faults in our words with
 * the schema's own descriptions.
 */
public final class SchemaCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Schema schema;
    private final JsonNode text;

    private SchemaCheck(String text) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        this.text = JSON.readTree(text);
    }

    /** Loads the schema of a resource such as {@code /contract.schema.json}. */
    public static SchemaCheck of(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected " + resource + " on the class path, but it is not");
            }
            return new SchemaCheck(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("expected to read " + resource + ", but could not", e);
        }
    }

    public List<Fault> faults(YamlFile file) {
        JsonNode tree = JSON.valueToTree(file.tree().members());
        return schema.validate(tree).stream().map(error -> fault(file, error)).toList();
    }

    private Fault fault(YamlFile file, Error error) {
        String at = error.getInstanceLocation().toString();
        JsonNode around = around(error);
        String got = ", but got " + error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                file.fault(
                        "unknown_field",
                        at + "/" + error.getProperty(),
                        "expected no \"" + error.getProperty()
                                + "\" here, because it would have no effect; "
                                + meant(error.getProperty(), around.path("properties")));
            case "required" ->
                file.fault(
                        "missing_field",
                        at,
                        "expected \"" + error.getProperty() + "\" here, but it is missing; add it"
                                + described(around.path("properties").path(error.getProperty())));
            case "type" ->
                file.fault("wrong_type", at, "expected " + types(error.getSchemaNode()) + got + described(around));
            case "enum" ->
                file.fault("bad_value", at, "expected one of " + error.getSchemaNode() + got + described(around));
            case "pattern" -> file.fault("bad_value", at, "expected another text" + got + described(around));
            default -> file.fault("bad_value", at, error.getMessage() + got + described(around));
        };
    }

    private static String meant(String written, JsonNode known) {
        String hint = Nearest.hint(written, known.propertyNames());
        return hint.isEmpty() ? "remove or correct it" : hint.substring("; ".length());
    }

    /** One type or several, as people say them. */
    private static String types(JsonNode allowed) {
        return (allowed.isArray() ? allowed.valueStream() : Stream.of(allowed))
                .map(type -> switch (type.asString()) {
                    case "number" -> "a number such as 0.99, without quotes or currency";
                    case "integer" -> "a whole number";
                    case "string" -> "text";
                    case "boolean" -> "true or false";
                    case "array" -> "a list";
                    case "object" -> "keys with values";
                    default -> type.asString();
                })
                .collect(Collectors.joining(", or "));
    }

    /** The part of the schema whose keyword was not fulfilled. */
    private JsonNode around(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        return text.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    private String described(JsonNode part) {
        String reference = part.path("$ref").asString("");
        JsonNode description = part.has("description") || reference.isEmpty()
                ? part.path("description")
                : text.at(reference.substring(1)).path("description");
        return description.isString() ? " (" + description.asString().replaceAll("\\.$", "") + ")" : "";
    }
}
