package io.adjudicator.console;

import io.adjudicator.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;

/**
 * One line of the table of who may open which page.
 *
 * @param roles empty: open to anybody
 */
record ConsolePath(HttpMethod method, String path, Set<Role> roles) {

    private static final List<Role> COLUMNS =
            List.of(Role.DEAL_DESK, Role.REVIEWER, Role.LEAD, Role.FINANCE_ADMIN, Role.CUSTOMER, Role.AUDITOR);

    /** The whole table. A path that is not here may be opened by nobody. What a customer sees is besides bound to itself, in the handler. */
    private static final List<ConsolePath> TABLE = read("""
            #                                                          deal-desk  reviewer  lead  finance-admin  customer  auditor
            GET  /                                                        open
            GET  /console/assets/**                                       open
            GET  /console/sign-in                                         open
            GET  /console                                                 x         x        x         x            x         x
            GET  /console/tasks                                           -         x        x         x            -         x
            POST /console/tasks/next                                      -         x        x         x            -         -
            GET  /console/tasks/together                                  -         x        x         x            -         -
            POST /console/tasks/{taskId}/claim                            -         x        x         x            -         -
            POST /console/tasks/{taskId}/release                          -         x        x         x            -         -
            POST /console/tasks/{taskId}/reassign                         -         -        x         -            -         -
            POST /console/decisions/verdict                               -         x        x         -            -         -
            POST /console/decisions/verdict/preview                       -         x        x         -            -         -
            POST /console/decisions/answer                                -         x        x         -            -         -
            POST /console/decisions/answer/preview                        -         x        x         -            -         -
            POST /console/decisions/approval                              -         -        x         x            -         -
            GET  /console/cases/{caseId}                                  x         x        x         x            x         x
            POST /console/cases/{caseId}/evidence                         -         x        x         -            x         -
            POST /console/cases/{caseId}/withdrawal                       -         x        x         -            x         -
            GET  /console/processes/{name}                                x         x        x         x            x         x
            GET  /console/disputes                                        x         x        x         x            x         x
            GET  /console/disputes/new                                    -         x        x         -            x         -
            POST /console/disputes                                        -         x        x         -            x         -
            GET  /console/outcomes                                        x         x        x         x            x         x
            GET  /console/outcomes/{outcomeId}                            x         x        x         x            x         x
            GET  /console/outcomes/{outcomeId}/replay                     x         x        x         x            x         x
            GET  /console/usage                                           x         x        x         x            x         x
            GET  /console/usage.csv                                       x         x        x         x            x         x
            GET  /console/statements                                      x         x        x         x            x         x
            GET  /console/statements/{customer}/{period}                  x         x        x         x            x         x
            GET  /console/statements/{customer}/{period}/outcomes         x         x        x         x            x         x
            GET  /console/statements/{customer}/{period}/file             x         x        x         x            x         x
            POST /console/statements/{customer}/{period}/closing          -         -        -         x            -         -
            GET  /console/credits                                         x         x        x         x            x         x
            POST /console/credits                                         -         x        x         x            -         -
            GET  /console/credits/new                                     -         x        x         x            -         -
            GET  /console/customers                                       x         x        x         x            -         x
            GET  /console/customers/{customer}                            x         x        x         x            x         x
            GET  /console/customers/{customer}/pricing                    x         x        x         x            x         x
            GET  /console/customers/{customer}/versions/{version}         x         x        x         x            x         x
            GET  /console/customers/{customer}/changes                    x         x        x         x            x         x
            GET  /console/checks                                          x         -        -         -            -         x
            GET  /console/webhooks                                        -         -        -         x            x         x
            GET  /console/webhooks/new                                    -         -        -         x            x         -
            POST /console/webhooks                                        -         -        -         x            x         -
            GET  /console/webhooks/{webhookId}                            -         -        -         x            x         x
            POST /console/webhooks/{webhookId}/disabling                  -         -        -         x            x         -
            POST /console/webhooks/{webhookId}/enabling                   -         -        -         x            x         -
            POST /console/webhooks/{webhookId}/rotations                  -         -        -         x            x         -
            POST /console/webhooks/{webhookId}/tests                      -         -        -         x            x         -
            POST /console/webhooks/{webhookId}/redeliveries               -         -        -         x            x         -
            POST /console/webhooks/{webhookId}/redeliveries/{notice}      -         -        -         x            x         -
            """);

    ConsolePath {
        roles = Set.copyOf(roles);
    }

    /** In the order in which they are tried: the first that fits decides. */
    static List<ConsolePath> all() {
        return TABLE;
    }

    boolean open() {
        return roles.isEmpty();
    }

    boolean allows(Role role) {
        return open() || roles.contains(role);
    }

    private static List<ConsolePath> read(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(ConsolePath::line)
                .toList();
    }

    private static ConsolePath line(String line) {
        List<String> cells = List.of(line.split(" +"));
        List<String> marks = cells.subList(2, cells.size());
        if (!marks.equals(List.of("open")) && marks.size() != COLUMNS.size()) {
            throw new IllegalStateException("expected open or one mark for each of " + COLUMNS + ", but got: " + line);
        }
        Set<Role> roles = IntStream.range(0, marks.size())
                .filter(column -> marks.get(column).equals("x"))
                .mapToObj(COLUMNS::get)
                .collect(Collectors.toSet());
        return new ConsolePath(HttpMethod.valueOf(cells.get(0)), cells.get(1), roles);
    }
}
