package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML file that a person wrote: its members, and the line and clause of each, so that every fault says where it is.
 *
 * @param name as faults name it, such as {@code northwind/v1.yaml}
 * @param tree mappings, lists, texts, booleans, Long and BigDecimal; never null and never a double
 */
public record YamlFile(String name, Tree tree, Map<String, Integer> lines, List<Fault> faults) {

    public YamlFile {
        lines = Map.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** Reads what can be read; {@link #faults()} says what could not: syntax, duplicate keys, aliases, tags, empty values. */
    public static YamlFile read(String name, String text) {
        return new YamlReader(name).read(text);
    }

    public Fault fault(String code, String pointer, String message) {
        return new Fault(
                code,
                name + ":" + line(pointer),
                clause(pointer).map(clause -> clause + ": ").orElse("") + message);
    }

    /** The line of the value, or of the nearest mapping around it. */
    public int line(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private Optional<String> clause(String pointer) {
        Optional<String> nearest = Optional.empty();
        Object node = tree.members();
        for (String step : pointer.split("/", -1)) {
            if (!step.isEmpty()) {
                node = step(node, step.replace("~1", "/").replace("~0", "~"));
            }
            if (node instanceof Map<?, ?> map && map.get("clause") instanceof String clause) {
                nearest = Optional.of(clause);
            }
        }
        return nearest;
    }

    private static Object step(Object node, String step) {
        return switch (node) {
            case Map<?, ?> map when map.get(step) != null -> map.get(step);
            case List<?> list
            when step.matches("\\d{1,6}") && Integer.parseInt(step) < list.size() -> list.get(Integer.parseInt(step));
            default -> Map.of();
        };
    }
}
