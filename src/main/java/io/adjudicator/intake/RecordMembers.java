package io.adjudicator.intake;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.kernel.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of one received object, read one by one; what is wrong with any of them is collected, so that the sender
 * learns of every fault at once. A faulty member reads as a placeholder, therefore nothing may be built from the values
 * before {@link #refuseFaults}.
 */
public final class RecordMembers {

    /** Characters of a caller's own text that a message repeats. */
    private static final int SHOWN = 60;

    /** Digits of an amount: more is a broken sender, and 1e999999999 would fill the memory when printed. */
    private static final int MOST_DIGITS = 30;

    private final ObjectNode object;
    private final String at;
    private final List<Fault> faults;
    private final Instant latest;

    private RecordMembers(ObjectNode object, String at, Instant latest, List<Fault> faults) {
        this.object = object;
        this.at = at;
        this.latest = latest;
        this.faults = faults;
    }

    RecordMembers(ObjectNode object, Instant latest) {
        this(object, "", latest, new ArrayList<>(0));
    }

    /** The one object of a request's body, whose times may be any. Throws {@link Refused} if it is none. */
    public static RecordMembers ofBody(byte[] json) {
        return new RecordMembers(RecordJson.object(json), RecordInstantReader.NO_LIMIT);
    }

    public RecordMembers onlyKnow(Set<String> names) {
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                fault(
                        "unknown_field",
                        name,
                        "expected only known members, but got \"" + shown(name) + "\"" + Nearest.hint(name, names));
            }
        }
        return this;
    }

    /** A text that must be there, of 1 to {@code limit} characters on one line. */
    public String text(String name, int limit) {
        JsonNode value = object.get(name);
        if (value == null) {
            return missing(name);
        }
        return RecordText.line(value, limit, fault -> faults.add(fault.under(pointer(name))));
    }

    public Optional<String> optionalText(String name, int limit) {
        return object.has(name) ? Optional.of(text(name, limit)) : Optional.empty();
    }

    /** A free text of several lines. */
    public Optional<String> optionalNote(String name, int limit) {
        JsonNode value = object.get(name);
        return value == null
                ? Optional.empty()
                : Optional.of(RecordText.lines(value, limit, fault -> faults.add(fault.under(pointer(name)))));
    }

    /** A text that must be there and be one that {@code fits}. */
    public String word(String name, int limit, Predicate<String> fits, String code, String expected) {
        int before = faults.size();
        String value = text(name, limit);
        if (faults.size() == before && !fits.test(value)) {
            fault(code, name, "expected " + expected + ", but got \"" + shown(value) + "\"");
        }
        return value;
    }

    public CustomerId customer() {
        String name = RecordIdentity.customer(this);
        return new CustomerId(CustomerId.SHAPE.matcher(name).matches() ? name : "none");
    }

    /** A number above zero that must be there. */
    public BigDecimal amount(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            missing(name);
            return BigDecimal.ONE;
        }
        if (!value.isNumber()) {
            fault("wrong_type", name, "expected a number, but got " + RecordText.kind(value));
            return BigDecimal.ONE;
        }
        BigDecimal number = value.decimalValue();
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS || number.signum() <= 0) {
            fault("number_out_of_range", name, "expected a number above 0 of at most 30 digits");
        }
        return number;
    }

    public int optionalInteger(String name, int usual) {
        JsonNode value = object.get(name);
        if (value == null) {
            return usual;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            fault("wrong_type", name, "expected a whole number, but got " + RecordText.kind(value));
            return usual;
        }
        return value.intValue();
    }

    Instant time(String name) {
        int before = faults.size();
        String value = text(name, RecordTime.LONGEST);
        return faults.size() == before
                ? RecordTime.parse(value, latest, fault -> faults.add(fault.under(pointer(name))))
                : Instant.EPOCH;
    }

    public Optional<Instant> optionalTime(String name) {
        return object.has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    /** An object within this one; its faults are collected here. */
    public Optional<RecordMembers> optionalObject(String name) {
        JsonNode value = object.get(name);
        if (value instanceof ObjectNode inner) {
            return Optional.of(new RecordMembers(inner, pointer(name), latest, faults));
        }
        if (value != null) {
            fault("wrong_type", name, "expected an object, but got " + RecordText.kind(value));
        }
        return Optional.empty();
    }

    /** The objects of a list; an absent one is empty. Their faults are collected here. */
    public List<RecordMembers> objects(String name, int most) {
        return list(name, most, ObjectNode.class, "an object").stream()
                .map(item -> new RecordMembers(item.value(), pointer(name) + "/" + item.index(), latest, faults))
                .toList();
    }

    /** The texts of a list, each of 1 to {@code limit} characters on one line; an absent one is empty. */
    public List<String> texts(String name, int most, int limit) {
        return list(name, most, JsonNode.class, "a text").stream()
                .map(item -> RecordText.line(
                        item.value(), limit, fault -> faults.add(fault.under(pointer(name) + "/" + item.index()))))
                .toList();
    }

    private record Item<N>(int index, N value) {}

    private <N extends JsonNode> List<Item<N>> list(String name, int most, Class<N> type, String expected) {
        JsonNode value = object.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            fault("wrong_type", name, "expected a list of at most " + most + ", but got " + RecordText.kind(value));
            return List.of();
        }
        List<Item<N>> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (type.isInstance(value.get(i))) {
                items.add(new Item<>(i, type.cast(value.get(i))));
            } else {
                faults.add(new Fault("wrong_type", pointer(name) + "/" + i, "expected " + expected));
            }
        }
        return items;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    RecordMembers object(String name) {
        if (!object.has(name)) {
            missing(name);
        }
        return optionalObject(name).orElseGet(() -> new RecordMembers(object.objectNode(), at, latest, faults));
    }

    ObjectNode node() {
        return object;
    }

    public void fault(String code, String name, String message) {
        faults.add(new Fault(code, pointer(name), message));
    }

    /** A fault of the object itself. */
    void faultHere(String code, String message) {
        faults.add(new Fault(code, at, message));
    }

    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private String missing(String name) {
        fault("missing_field", name, "expected \"" + name + "\", but it is missing");
        return "";
    }

    /** RFC 6901, section 3: ~ and / are written ~0 and ~1. */
    private String pointer(String name) {
        return at + '/' + shown(name).replace("~", "~0").replace("/", "~1");
    }
}
