package io.adjudicator.kernel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form that is digested and stored as proof: RFC 8785 (keys in UTF-16 order, shortest escapes, no white
 * space), restricted to what we write: objects, arrays, strings, booleans and whole numbers below 2^53. Exact decimals
 * are written as strings, because RFC 8785 would force them through a double.
 */
public final class Canonical {

    private static final long LARGEST_SAFE_INTEGER = (1L << 53) - 1;
    private static final HexFormat HEX = HexFormat.of();

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private Canonical() {}

    /** Maps, collections, strings, booleans, Integer, Long and BigDecimal; empty values belong left out, not null. */
    public static String json(Object value) {
        StringBuilder out = new StringBuilder(2_048);
        write(out, value);
        return out.toString();
    }

    public static byte[] bytes(Object value) {
        return json(value).getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link #json} wrote: whole numbers come back as Long. */
    public static Map<String, Object> parse(String json) {
        return READER.readValue(json);
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case String text -> string(out, text);
            case Boolean known -> out.append(known.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(safe(number));
            case BigDecimal number -> string(out, number.stripTrailingZeros().toPlainString());
            case Map<?, ?> object -> object(out, object);
            case Collection<?> array -> array(out, array);
            case null -> throw new IllegalStateException("expected a value, but got null");
            default ->
                throw new IllegalStateException("expected a canonical value, but got "
                        + value.getClass().getName());
        }
    }

    private static long safe(long number) {
        if (Math.abs(number) > LARGEST_SAFE_INTEGER) {
            throw new IllegalStateException("expected a whole number below 2^53, but got " + number);
        }
        return number;
    }

    private static void object(StringBuilder out, Map<?, ?> object) {
        String[] names = object.keySet().toArray(String[]::new);
        Arrays.sort(names);
        out.append('{');
        String separator = "";
        for (String name : names) {
            out.append(separator);
            string(out, name);
            out.append(':');
            write(out, object.get(name));
            separator = ",";
        }
        out.append('}');
    }

    private static void array(StringBuilder out, Collection<?> array) {
        out.append('[');
        String separator = "";
        for (Object element : array) {
            out.append(separator);
            write(out, element);
            separator = ",";
        }
        out.append(']');
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c != '"' && c != '\\';
    }

    private static void string(StringBuilder out, String text) {
        int plain = 0; // nearly all text is: it is appended in one piece
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        out.append('"');
        if (plain == text.length()) {
            out.append(text).append('"');
            return;
        }
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.toHexDigits((byte) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
