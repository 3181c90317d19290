package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the plain part of YAML: one document of mappings, lists and scalars. Anchors, aliases and tags are refused (a few
 * lines of aliases can grow to gigabytes, a tag can name a class), as are duplicate keys, of which other readers take the last.
 */
final class YamlReader {

    /** Characters; a contract of a hundred rules has 20,000. */
    private static final int LARGEST_FILE = 1_000_000;

    private static final int DEEPEST = 20;

    /** The JSON forms alone: {@code 010}, {@code 1e3}, {@code 0x10}, {@code yes} and dates stay texts. */
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,14})");

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,14})\\.\\d{1,15}");

    private final String name;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    YamlReader(String name) {
        this.name = name;
    }

    YamlFile read(String text) {
        Tree tree = Tree.root(Map.of());
        if (text.length() > LARGEST_FILE) {
            fault("file_too_large", 1, "expected at most " + LARGEST_FILE + " characters, but got " + text.length());
        } else {
            tree = Tree.root(document(text).orElse(Map.of()));
        }
        return new YamlFile(name, tree, lines, faults);
    }

    private Optional<Object> document(String text) {
        try {
            if (!plain(text)) {
                return Optional.empty();
            }
            Node root = new Yaml(options()).compose(new StringReader(text));
            return root == null ? empty() : Optional.of(value("", root));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            fault("bad_yaml", line, "expected YAML, but " + e.getProblem() + "; check indentation and quotes");
        } catch (YAMLException e) {
            fault("bad_yaml", 1, "expected YAML, but " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Object> empty() {
        fault("bad_yaml", 1, "expected a mapping, but the file is empty");
        return Optional.empty();
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    /** Looks at the events first, which never expand an alias. */
    private boolean plain(String text) {
        int before = faults.size();
        int documents = 0;
        for (Event event : new Yaml(options()).parse(new StringReader(text))) {
            int line = event.getStartMark().getLine() + 1;
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                fault("bad_yaml", line, "expected one document, but a second one begins; use one file a version");
            }
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                fault("yaml_alias", line, "expected no anchors or aliases (& and *); write the value out");
            }
            if (hasTag(event)) {
                fault("yaml_tag", line, "expected no tags (!); quote the text if it begins with an exclamation mark");
            }
        }
        return faults.size() == before;
    }

    private static boolean hasTag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag() != null;
            case CollectionStartEvent collection -> collection.getTag() != null;
            default -> false;
        };
    }

    private Object value(String pointer, Node node) {
        lines.putIfAbsent(pointer, line(node));
        return switch (node) {
            case MappingNode mapping -> mapping(pointer, mapping);
            case SequenceNode sequence -> sequence(pointer, sequence);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("expected a plain node, but got " + node);
        };
    }

    private Map<String, Object> mapping(String pointer, MappingNode mapping) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                fault("bad_yaml", line(tuple.getKeyNode()), "expected a key, but got a list or mapping");
                continue;
            }
            String key = keyNode.getValue();
            String at = new Tree(pointer, members).at(key);
            if (members.containsKey(key)) {
                fault(
                        "duplicate_key",
                        line(keyNode),
                        "expected \"" + key + "\" once, but it was already given in line " + lines.get(at)
                                + "; remove one");
                continue;
            }
            lines.put(at, line(keyNode));
            members.put(key, value(at, tuple.getValueNode()));
        }
        return members;
    }

    private List<Object> sequence(String pointer, SequenceNode sequence) {
        List<Object> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(value(pointer + "/" + elements.size(), element));
        }
        return elements;
    }

    private Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            fault("empty_value", line(scalar), "expected a value, but got none; fill it in or leave the key out");
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void fault(String code, int line, String message) {
        faults.add(new Fault(code, name + ":" + line, message));
    }
}
