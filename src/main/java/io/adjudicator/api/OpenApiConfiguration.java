package io.adjudicator.api;

import io.adjudicator.access.Role;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.HttpMethod;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document. springdoc finds the handlers and the form of answers; the words, and the form of records that our
 * own strict readers take, stand in two YAML files, so that handlers stay readable.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:api/springdoc.properties")
class OpenApiConfiguration {

    private static final String PROBLEM = "#/components/responses/problem";
    private static final String UNAVAILABLE = "#/components/responses/unavailable";

    @Bean
    OpenAPI openApi() {
        return Json31.mapper().convertValue(yaml("/api/openapi-base.yaml"), OpenAPI.class);
    }

    @Bean
    OpenApiCustomizer operations() {
        Map<String, Object> described = yaml("/api/openapi-operations.yaml");
        return document -> document.getPaths().forEach((path, item) -> describe(path, item, described));
    }

    private static void describe(String path, PathItem item, Map<String, Object> described) {
        item.readOperationsMap().keySet().forEach(method -> {
            String name = method + " " + path;
            Object words = Objects.requireNonNull(
                    described.get(name), () -> "expected openapi-operations.yaml to describe " + name);
            Operation operation = Json31.mapper().convertValue(words, Operation.class);
            complete(endpoint(path, method), operation);
            item.operation(method, operation);
        });
    }

    private static Endpoint endpoint(String path, PathItem.HttpMethod method) {
        return Endpoint.all().stream()
                .filter(endpoint -> endpoint.covers(HttpMethod.valueOf(method.name()), path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected " + method + " " + path + " in the table of endpoints, but it is not"));
    }

    /** Every operation can be refused in the same ways, and says which roles may call it. */
    private static void complete(Endpoint endpoint, Operation operation) {
        codes(endpoint)
                .forEach(code -> operation
                        .getResponses()
                        .addApiResponse(code, new ApiResponse().$ref(code.equals("503") ? UNAVAILABLE : PROBLEM)));
        if (!endpoint.open()) {
            operation.setSecurity(List.of(new SecurityRequirement().addList("key")));
            List<String> roles =
                    endpoint.roles().stream().map(Role::wireName).sorted().toList();
            operation.setDescription(operation.getDescription() + "\n\nRoles: " + String.join(", ", roles) + ".");
            operation.addExtension("x-roles", roles);
        }
    }

    private static List<String> codes(Endpoint endpoint) {
        if (endpoint.open()) {
            return List.of("404");
        }
        return endpoint.method().equals(HttpMethod.POST)
                ? List.of("400", "401", "403", "409", "413", "415", "422", "500", "503")
                : List.of("400", "401", "403", "404", "406", "500", "503");
    }

    private static Map<String, Object> yaml(String name) {
        try (InputStream file = OpenApiConfiguration.class.getResourceAsStream(name)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
