package io.adjudicator.intake;

import io.adjudicator.kernel.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strict JSON: one value in well-formed UTF-8, no repeated names, no depth that eats the stack, decimals exactly as they
 * were written. What a lenient reader would guess at here would be charged for later.
 */
final class RecordJson {

    /** Ours nest four deep (batch, event, data, facts); the rest is room for CloudEvents extensions. */
    private static final int DEEPEST = 10;

    /** Digits of one number. Longer ones cost quadratic time to parse and mean nothing in a contract. */
    private static final int LONGEST_NUMBER = 64;

    private static final int LONGEST_NAME = 256;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RecordJson() {}

    static ObjectNode object(byte[] body) {
        if (value(body) instanceof ObjectNode object) {
            return object;
        }
        throw malformed("expected one JSON object");
    }

    static JsonNode value(byte[] body) {
        String text = utf8(body);
        if (text.isBlank()) {
            throw malformed("expected a JSON value, but there is nothing");
        }
        if (text.charAt(0) == BYTE_ORDER_MARK) {
            throw malformed(
                    "expected JSON, but it begins with a byte order mark; send it without (RFC 8259, section 8.1)");
        }
        try {
            return STRICT.readTree(text);
        } catch (JacksonException e) {
            throw malformed("expected well-formed JSON, but " + where(e) + e.getOriginalMessage());
        }
    }

    private static String where(JacksonException e) {
        TokenStreamLocation location = e.getLocation(); // absent where a limit was broken
        return location == null ? "" : "at line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("expected UTF-8, but some bytes are not");
        }
    }

    static Refused malformed(String message) {
        return new Refused(Refused.Kind.MALFORMED, "malformed_json", "", message);
    }
}
