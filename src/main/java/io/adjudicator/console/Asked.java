package io.adjudicator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** What a page's form of filters asks for. An empty field asks for nothing; one that cannot be read is told of on the page. */
final class Asked {

    private final HttpServletRequest request;
    private final List<String> faults = new ArrayList<>();

    Asked(HttpServletRequest request) {
        this.request = request;
    }

    /** As it was typed, to fill the field again. */
    public String text(String name) {
        String given = request.getParameter(name);
        return given == null ? "" : given.strip();
    }

    public Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** Readers tell what they cannot read by IllegalArgumentException or DateTimeException. */
    <T> Optional<T> one(String name, Function<String, T> reader, String expected) {
        try {
            return given(name).map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add("“" + text(name) + "” is not " + expected + ".");
            return Optional.empty();
        }
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return one(name, text -> Enum.valueOf(type, text), "one of " + Arrays.toString(type.getEnumConstants()));
    }

    public List<String> faults() {
        return faults;
    }

    /** This page's address with one parameter changed; an empty value leaves it out. A place in the list belongs to the old question. */
    String with(String name, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((parameter, given) -> values.put(parameter, given[0].strip()));
        values.remove("cursor");
        values.put(name, value);
        values.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        values.keySet().forEach(parameter -> address.queryParam(parameter, "{" + parameter + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
