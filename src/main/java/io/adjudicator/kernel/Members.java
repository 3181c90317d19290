package io.adjudicator.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads back what {@link Canonical} wrote. A member that should be there and is not is our own bug. */
public record Members(Map<String, Object> values) {

    public static Members parse(String json) {
        return new Members(Canonical.parse(json));
    }

    public String text(String name) {
        return (String) required(name);
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    public boolean truth(String name) {
        return (Boolean) required(name);
    }

    public long number(String name) {
        return (Long) required(name);
    }

    public Members object(String name) {
        return members(required(name));
    }

    public Optional<Members> optionalObject(String name) {
        return Optional.ofNullable(values.get(name)).map(Members::members);
    }

    public List<Members> objects(String name) {
        return ((List<?>) required(name)).stream().map(Members::members).toList();
    }

    public List<String> texts(String name) {
        return ((List<?>) required(name)).stream().map(String.class::cast).toList();
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("expected member \"" + name + "\", but got only " + values.keySet());
        }
        return value;
    }

    @SuppressWarnings("unchecked") // canonical objects have text keys
    private static Members members(Object value) {
        return new Members((Map<String, Object>) value);
    }
}
