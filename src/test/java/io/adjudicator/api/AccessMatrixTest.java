package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role at every door. For the API the doors and who may pass are read from the published OpenAPI file, which is what callers and
 * auditors are given; for the rest, from the table.
 */
class AccessMatrixTest extends ApiTest {

    /** One caller of each role for all cells. */
    private static final Map<Role, Http> CALLERS = new EnumMap<>(Role.class);

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    static Stream<Arguments> everyPublishedCell() {
        return Published.operations().stream()
                .flatMap(operation -> Arrays.stream(Role.values())
                        .map(role -> Arguments.of(operation.method(), operation.path(), role, operation.allows(role))));
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @MethodSource("everyPublishedCell")
    void letsInWhomThePublishedFileNamesAndNobodyElse(String method, String path, Role role, boolean allowed) {
        int status = call(caller(role), method, path);
        if (allowed) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static Stream<Arguments> everyOtherCell() {
        return Endpoint.all().stream()
                .filter(endpoint -> !endpoint.path().startsWith("/v1/"))
                .flatMap(endpoint -> Arrays.stream(Role.values()).map(role -> Arguments.of(endpoint, role)));
    }

    @ParameterizedTest
    @MethodSource("everyOtherCell")
    void letsInWhomTheTableNamesAndNobodyElse(Endpoint endpoint, Role role) {
        int status = call(caller(role), endpoint);
        if (endpoint.allows(role)) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static List<Endpoint> everyEndpoint() {
        return Endpoint.all();
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void asksForAKeyWhereverTheTableIsNotOpen(Endpoint endpoint) {
        for (Optional<String> key :
                List.of(Optional.<String>empty(), Optional.of("adj_" + "0".repeat(12) + "_" + "0".repeat(64)))) {
            int status = call(withKey(key), endpoint);
            if (endpoint.open()) {
                assertThat(status).isNotIn(401, 403);
            } else {
                assertThat(status).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void treatsHeadLikeGet(Endpoint endpoint) {
        if (endpoint.method().name().equals("GET") && !endpoint.open() && !endpoint.allows(Role.SERVICE)) {
            assertThat(http().send(http().request(filled(endpoint.path())).HEAD())
                            .status())
                    .isEqualTo(403);
        }
    }

    /** A handler that the table does not name would be open to every key. */
    @Test
    void namesEveryHandlerInTheTable() {
        Set<String> named = Endpoint.all().stream()
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toSet());
        List<String> handlers = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().equals("io.adjudicator.api"))
                .filter(entry -> entry.getValue().getBeanType() != ErrorPage.class)
                .flatMap(entry -> entry.getKey().getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .filter(handler -> !handler.startsWith("GET /problems/") && !handler.startsWith("GET /docs"))
                .toList();
        assertThat(handlers)
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(named).contains(handler));
    }

    private Http caller(Role role) {
        return CALLERS.computeIfAbsent(role, this::as);
    }

    private static int call(Http caller, Endpoint endpoint) {
        return call(caller, endpoint.method().name(), endpoint.path());
    }

    private static int call(Http caller, String method, String path) {
        return caller.send(caller.request(filled(path))
                        .method(method, BodyPublishers.noBody())
                        .header("Content-Type", "application/json"))
                .status();
    }

    private static String filled(String path) {
        return path.replace("{outcomeId}", "oc_none")
                .replace("{evidenceId}", "ev_none")
                .replace("{id}", "1")
                .replace("{notice}", "msg_none")
                .replace("{customer}", "acme")
                .replace("{version}", "1")
                .replace("{code}", "forbidden")
                .replace("/**", path.contains("actuator") ? "/prometheus" : "/x");
    }
}
