package io.adjudicator.api;

import io.adjudicator.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;

/**
 * One line of the table of who may call what.
 *
 * @param roles empty: open to anybody
 */
record Endpoint(HttpMethod method, String path, Set<Role> roles) {

    private static final List<Role> COLUMNS = List.of(
            Role.SERVICE, Role.DEAL_DESK, Role.REVIEWER, Role.LEAD, Role.FINANCE_ADMIN, Role.CUSTOMER, Role.AUDITOR);

    /**
     * The whole table. A path that is not here is unknown (404), whoever asks. What a customer may read is besides bound to
     * itself, in the handler. Open are the probes of an orchestrator, and what anybody may read before asking for a key;
     * metrics name customers' volumes and need one.
     */
    private static final List<Endpoint> TABLE = read("""
            #                                                    service  deal-desk  reviewer  lead  finance-admin  customer  auditor
            POST /v1/claims                                         x         -         -       -         -            -         -
            POST /v1/evidence                                       x         -         -       -         -            -         -
            POST /v1/batches                                        x         -         -       -         -            -         -
            POST /v1/adjudications                                  x         x         x       x         -            -         -
            GET  /v1/claims                                         x         x         x       x         x            x         x
            GET  /v1/claims/{outcomeId}                             x         x         x       x         x            x         x
            GET  /v1/claims/{outcomeId}/explanation                 x         x         x       x         x            x         x
            GET  /v1/evidence/{evidenceId}                          x         x         x       x         x            x         x
            GET  /v1/decisions/{id}/replay                          -         x         x       x         x            x         x
            GET  /v1/reports/usage                                  -         x         x       x         x            x         x
            GET  /v1/customers/{customer}/journal                   -         -         -       -         x            x         x
            GET  /v1/statements                                     -         x         x       x         x            x         x
            GET  /v1/statements/outcomes                            -         x         x       x         x            x         x
            GET  /v1/statements/periods                             -         x         x       x         x            x         x
            POST /v1/statements/closings                            -         -         -       -         x            -         -
            GET  /v1/credits                                        -         x         x       x         x            x         x
            POST /v1/credits                                        -         -         -       -         x            -         -
            POST /v1/credits/voids                                  -         -         -       -         x            -         -
            GET  /v1/contracts                                      -         x         x       x         x            x         x
            GET  /v1/contracts/{customer}/versions/{version}        -         x         x       x         x            x         x
            POST /v1/contracts/publications                         -         x         -       -         -            -         -
            GET  /v1/tasks                                          -         -         x       x         x            -         x
            GET  /v1/tasks/next                                     -         -         x       x         x            -         -
            GET  /v1/tasks/{id}                                     -         -         x       x         x            -         x
            POST /v1/tasks/{id}/claim                               -         -         x       x         x            -         -
            POST /v1/tasks/{id}/release                             -         -         x       x         x            -         -
            POST /v1/tasks/{id}/reassign                            -         -         -       x         -            -         -
            POST /v1/tasks/returns                                  -         -         -       x         -            -         -
            GET  /v1/cases/{id}                                     -         -         x       x         x            -         x
            POST /v1/disputes                                       -         -         x       x         -            x         -
            POST /v1/disputes/preview                               -         -         x       x         -            x         -
            GET  /v1/disputes                                       -         x         x       x         x            x         x
            GET  /v1/disputes/{id}                                  -         x         x       x         x            x         x
            POST /v1/disputes/{id}/evidence                         x         -         x       x         -            x         -
            POST /v1/disputes/{id}/withdrawal                       -         -         x       x         -            x         -
            POST /v1/tasks/{id}/decision                            -         -         x       x         x            -         -
            POST /v1/reviews/decisions                              -         -         x       x         -            -         -
            POST /v1/reviews/decisions/preview                      -         -         x       x         -            -         -
            POST /v1/credit-reviews                                 -         -         x       x         x            -         -
            GET  /v1/credit-reviews                                 -         x         x       x         x            -         x
            GET  /v1/credit-reviews/{id}                            -         x         x       x         x            -         x
            GET  /v1/windows                                        x         x         x       x         x            -         x
            POST /v1/webhooks                                       x         -         -       -         x            x         -
            GET  /v1/webhooks                                       x         -         -       -         x            x         x
            GET  /v1/webhooks/{id}                                  x         -         -       -         x            x         x
            DELETE /v1/webhooks/{id}                                x         -         -       -         x            x         -
            POST /v1/webhooks/{id}/enabling                         x         -         -       -         x            x         -
            POST /v1/webhooks/{id}/rotations                        x         -         -       -         x            x         -
            POST /v1/webhooks/{id}/tests                            x         -         -       -         x            x         -
            GET  /v1/webhooks/{id}/deliveries                       x         -         -       -         x            x         x
            GET  /v1/webhooks/{id}/deliveries/{notice}              x         -         -       -         x            x         x
            POST /v1/webhooks/{id}/deliveries/{notice}/redelivery   x         -         -       -         x            x         -
            POST /v1/webhooks/{id}/redeliveries                     x         -         -       -         x            x         -
            POST /v1/clock                                          x         x         -       -         -            -         -
            GET  /actuator/health/**                              open
            GET  /actuator/**                                       x         -         -       -         x            -         x
            GET  /openapi.json/**                                 open
            GET  /docs                                            open
            GET  /swagger-ui/**                                   open
            GET  /problems/**                                     open
            """);

    Endpoint {
        roles = Set.copyOf(roles);
    }

    /** In the order in which they are tried: the first that fits decides. */
    static List<Endpoint> all() {
        return TABLE;
    }

    /** Whether this line speaks of a path as handlers write it. */
    boolean covers(HttpMethod asked, String handler) {
        boolean below = path.endsWith("/**") && handler.startsWith(path.substring(0, path.length() - 2));
        return method.equals(asked) && (path.equals(handler) || below);
    }

    boolean open() {
        return roles.isEmpty();
    }

    boolean allows(Role role) {
        return open() || roles.contains(role);
    }

    private static List<Endpoint> read(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Endpoint::line)
                .toList();
    }

    private static Endpoint line(String line) {
        List<String> cells = List.of(line.split(" +"));
        List<String> marks = cells.subList(2, cells.size());
        if (!marks.equals(List.of("open")) && marks.size() != COLUMNS.size()) {
            throw new IllegalStateException(
                    "expected open or one mark for each of " + Arrays.toString(Role.values()) + ", but got: " + line);
        }
        Set<Role> roles = IntStream.range(0, marks.size())
                .filter(column -> marks.get(column).equals("x"))
                .mapToObj(COLUMNS::get)
                .collect(Collectors.toSet());
        return new Endpoint(HttpMethod.valueOf(cells.get(0)), cells.get(1), roles);
    }
}
