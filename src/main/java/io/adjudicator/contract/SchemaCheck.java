package io.adjudicator.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.adjudicator.kernel.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a file against a JSON Schema of the class path, the same one that editors use, and says faults in our words. */
public final class SchemaCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /** Loads the schema of a resource such as {@code /contract.schema.json}. */
    public static SchemaCheck of(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected " + resource + " on the class path, but it is not");
            }
            return new SchemaCheck(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON));
        } catch (IOException e) {
            throw new IllegalStateException("expected to read " + resource + ", but could not", e);
        }
    }

    public List<Fault> faults(YamlFile file) {
        JsonNode tree = JSON.valueToTree(file.tree().members());
        return schema.validate(tree).stream().map(error -> fault(file, error)).toList();
    }

    private static Fault fault(YamlFile file, Error error) {
        String at = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknown(file, at, error);
            case "required" ->
                file.fault(
                        "missing_field",
                        at,
                        "expected \"" + error.getProperty() + "\" here, but it is missing; add it" + hint(error));
            case "type" ->
                file.fault(
                        "wrong_type", at, "expected " + error.getSchemaNode() + ", but got " + error.getInstanceNode());
            case "enum" ->
                file.fault(
                        "bad_value",
                        at,
                        "expected one of " + error.getSchemaNode() + ", but got " + error.getInstanceNode());
            default -> file.fault("bad_value", at, error.getMessage() + ", but got " + error.getInstanceNode());
        };
    }

    private static Fault unknown(YamlFile file, String at, Error error) {
        return file.fault(
                "unknown_field",
                at + "/" + error.getProperty(),
                "expected no \"" + error.getProperty()
                        + "\" here, because it would have no effect; remove or correct it");
    }

    private static String hint(Error error) {
        return new TreeSet<>(
                        error.getDetails() == null
                                ? List.of()
                                : error.getDetails().keySet())
                .toString();
    }
}
