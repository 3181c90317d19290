package io.adjudicator.api;

import io.adjudicator.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the published OpenAPI file says. */
final class Published {

    private Published() {}

    /**
     * One operation, and who may call it.
     *
     * @param open whether anybody may, without a key
     */
    record Operation(String method, String path, boolean open, Set<String> roles, Set<String> parameters) {

        boolean allows(Role role) {
            return open || roles.contains(role.wireName());
        }
    }

    static List<Operation> operations() {
        return document()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation(operation.getKey(), path.getKey(), operation.getValue())))
                .toList();
    }

    private static Operation operation(String method, String path, JsonNode said) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                !said.has("security"),
                said.path("x-roles").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
                said.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString())
                        .collect(Collectors.toSet()));
    }

    private static JsonNode document() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("docs", "openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
