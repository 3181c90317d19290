package io.adjudicator.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mapping of a contract file, or of the stored content made from it, that knows its own JSON pointer. Reading is
 * tolerant: a member of another type is absent here and a fault of the schema elsewhere, so that one fault never hides others.
 */
public record Tree(String pointer, Map<String, Object> members) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** The mapping at the root of a document; anything else reads as an empty one. */
    public static Tree root(Object document) {
        return of("", document);
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    public String at(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    public Optional<Object> value(String key) {
        return Optional.ofNullable(members.get(key));
    }

    public Optional<String> text(String key) {
        return value(key).filter(String.class::isInstance).map(String.class::cast);
    }

    public Optional<Integer> integer(String key) {
        return value(key)
                .filter(found -> found instanceof Long || found instanceof Integer)
                .map(found -> ((Number) found).intValue());
    }

    /** The exact number, the same whether it is read from a file or from stored content, which has decimals as strings. */
    public Optional<BigDecimal> decimal(String key) {
        return value(key).flatMap(Tree::decimalOf);
    }

    public Tree child(String key) {
        return of(at(key), value(key).orElse(Map.of()));
    }

    /** Every member that is itself a mapping, in file order. */
    public Map<String, Tree> children() {
        Map<String, Tree> found = new LinkedHashMap<>();
        members.forEach((key, member) -> {
            if (member instanceof Map) {
                found.put(key, child(key));
            }
        });
        return found;
    }

    public List<Tree> rows(String key) {
        List<Tree> rows = new ArrayList<>();
        if (members.get(key) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                rows.add(of(at(key) + "/" + i, list.get(i)));
            }
        }
        return rows;
    }

    public List<String> texts(String key) {
        return members.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The member's numbers by name. */
    public Map<String, BigDecimal> decimals(String key) {
        Tree child = child(key);
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        child.members.keySet().forEach(name -> child.decimal(name).ifPresent(number -> numbers.put(name, number)));
        return numbers;
    }

    private static Tree of(String pointer, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put((String) key, member));
        }
        return new Tree(pointer, members);
    }

    private static Optional<BigDecimal> decimalOf(Object value) {
        return switch (value) {
            case BigDecimal number ->
                Optional.of(new BigDecimal(number.stripTrailingZeros().toPlainString()));
            case Long number -> Optional.of(BigDecimal.valueOf(number));
            case Integer number -> Optional.of(BigDecimal.valueOf(number));
            case String text when DECIMAL.matcher(text).matches() -> Optional.of(new BigDecimal(text));
            default -> Optional.empty();
        };
    }
}
