package io.adjudicator.rules;

import io.adjudicator.kernel.OutcomeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which base rules are for which outcome type, as rules/outcome-types.yaml says: ids, not yet rules. */
record OutcomeTypesFile(List<String> everyOutcome, Map<OutcomeType, List<String>> byType) {

    OutcomeTypesFile {
        byType.forEach((type, ids) -> {
            if (ids.stream().distinct().count() < ids.size() || ids.stream().anyMatch(everyOutcome::contains)) {
                throw new IllegalStateException(
                        "expected each rule of " + type + " once, besides those for every outcome, but got " + ids);
            }
        });
    }

    static OutcomeTypesFile parse(String text) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (read instanceof Map<?, ?> members && members.get("outcome_types") instanceof Map<?, ?> types) {
            return new OutcomeTypesFile(
                    ids(members.get("every_outcome")),
                    types.entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    entry -> new OutcomeType(String.valueOf(entry.getKey())),
                                    entry -> ids(entry.getValue()))));
        }
        throw new IllegalStateException("expected every_outcome and outcome_types, but got " + read);
    }

    private static List<String> ids(@Nullable Object listed) {
        if (listed instanceof List<?> ids) {
            return ids.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("expected a list of rule ids, but got " + listed);
    }

    Set<OutcomeType> listed() {
        return byType.keySet();
    }

    /** Of every outcome and of this type. */
    List<String> ids(OutcomeType type) {
        return Stream.concat(everyOutcome.stream(), byType.getOrDefault(type, List.of()).stream())
                .toList();
    }
}
