package io.adjudicator.recount.audit;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What an object of a bundle states. A member that is absent or null is unknown; one of another type is refused, with a pointer to it.
 *
 * @param at JSON pointer (RFC 6901) of the object
 */
public record Stated(JsonNode node, String at) {

    /** The whole of a document. */
    public static Stated document(JsonNode node) {
        return new Stated(node, "");
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    public Optional<String> text(String name) {
        return member(name, JsonNode::isString, "text").map(JsonNode::asString);
    }

    /** Throws {@link Refused} if it is not stated. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> wrong(name, "text", "nothing"));
    }

    Optional<Boolean> truth(String name) {
        return member(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    Optional<Long> count(String name) {
        return member(name, node -> node.isIntegralNumber() && node.canConvertToLong(), "a whole number")
                .map(JsonNode::longValue);
    }

    Optional<BigDecimal> number(String name) {
        return member(name, JsonNode::isNumber, "a number").map(JsonNode::decimalValue);
    }

    public Optional<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw wrong(name, "a time such as 2026-09-18T00:00:00Z", "\"" + text + "\"");
            }
        });
    }

    /** Throws {@link Refused} if it is not stated. */
    Instant requiredTime(String name) {
        return time(name).orElseThrow(() -> wrong(name, "a time", "nothing"));
    }

    Optional<EvidenceGrade> grade(String name) {
        return text(name).map(text -> {
            try {
                return EvidenceGrade.valueOf(text.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw wrong(name, "self_attested, affected_party or third_party_corroborated", "\"" + text + "\"");
            }
        });
    }

    public Optional<Stated> object(String name) {
        return member(name, JsonNode::isObject, "an object").map(found -> new Stated(found, at + "/" + name));
    }

    /** Empty if there is no such array. */
    List<Stated> objects(String name) {
        Optional<JsonNode> array = member(name, JsonNode::isArray, "a list");
        List<Stated> all = new ArrayList<>();
        array.ifPresent(found -> found.forEach(
                element -> all.add(new Stated(element, at + "/" + name + "/" + all.size()).beingAnObject())));
        return all;
    }

    private Stated beingAnObject() {
        if (!node.isObject()) {
            throw refused(at, "an object", node.getNodeType().toString().toLowerCase(Locale.ROOT));
        }
        return this;
    }

    private Optional<JsonNode> member(String name, Function<JsonNode, Boolean> fits, String expected) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode found = node.path(name);
        if (!fits.apply(found)) {
            throw wrong(name, expected, found.getNodeType().toString().toLowerCase(Locale.ROOT));
        }
        return Optional.of(found);
    }

    private Refused wrong(String name, String expected, String got) {
        return refused(at + "/" + name, expected, got);
    }

    private static Refused refused(String at, String expected, String got) {
        return new Refused(
                Refused.Kind.UNPROCESSABLE, "malformed_bundle", at, "expected " + expected + ", but got " + got);
    }
}
