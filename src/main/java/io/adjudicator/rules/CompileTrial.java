package io.adjudicator.rules;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The process that {@link CompileGuard} starts: compiles each source once, and writes down what was wrong. */
final class CompileTrial {

    private CompileTrial() {}

    public static void main(String[] arguments) throws IOException {
        List<Map<String, Object>> stored = JsonMapper.shared()
                .readValue(
                        Files.readAllBytes(Path.of(arguments[0])), new TypeReference<List<Map<String, Object>>>() {});
        List<Fault> faults = new ArrayList<>();
        for (int index = 0; index < stored.size(); index++) {
            faults.addAll(tryOne(RuleSetSource.fromCanonical(stored.get(index)), "/" + index));
        }
        Files.write(
                Path.of(arguments[1]),
                Canonical.bytes(faults.stream().map(CompileGuard::stored).toList()));
    }

    private static List<Fault> tryOne(RuleSetSource source, String at) {
        try {
            RuleSet.compile(source, new FactClass(source.vocabulary()))
                    .findings(source.vocabulary().facts());
            return List.of();
        } catch (Refused refused) {
            return refused.faults().stream().map(fault -> fault.under(at)).toList();
        } catch (StackOverflowError e) {
            return List.of(new Fault("rules_too_heavy", at, "expected conditions that nest less deeply"));
        } catch (RuntimeException e) {
            return List.of(new Fault(
                    "rules_do_not_compile",
                    at,
                    "expected rules that compile, but Drools fails with " + e.getMessage()));
        }
    }
}
