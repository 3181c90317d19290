package io.adjudicator.api;

import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a problem's {@code type} leads to: its section of docs/problems.md. */
@RestController
class ProblemPage {

    private static final String HEADING = "### ";

    private final Map<String, String> sections = sections();

    @GetMapping(path = "/problems/{code}", produces = "text/plain;charset=UTF-8")
    String explainProblem(@PathVariable String code) {
        return Optional.ofNullable(sections.get(code))
                .orElseThrow(() ->
                        new Refused(Refused.Kind.NOT_FOUND, "unknown_problem", "", "expected the code of a problem"));
    }

    /** Section by code, in the order of the page. */
    static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        String code = "";
        for (String line : page().lines().toList()) {
            boolean heading = line.startsWith(HEADING);
            if (heading || line.startsWith("#")) {
                code = heading ? line.substring(HEADING.length()).strip() : "";
            }
            if (!code.isEmpty()) {
                sections.merge(code, line + "\n", String::concat);
            }
        }
        return sections;
    }

    private static String page() {
        try (InputStream page = ProblemPage.class.getResourceAsStream("/docs/problems.md")) {
            if (page == null) {
                throw new IllegalStateException("expected docs/problems.md on the class path, but it is not");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
