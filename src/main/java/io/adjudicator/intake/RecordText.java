package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Texts as they may be stored, digested and printed: bounded, not blank, no control characters, no half characters. */
final class RecordText {

    private RecordText() {}

    static String line(JsonNode value, int limit, Consumer<Fault> faults) {
        return read(value, limit, false, faults);
    }

    static String lines(JsonNode value, int limit, Consumer<Fault> faults) {
        return read(value, limit, true, faults);
    }

    private static String read(JsonNode value, int limit, boolean lineBreaks, Consumer<Fault> faults) {
        if (!value.isString()) {
            faults.accept(new Fault("wrong_type", "", "expected text, but got " + kind(value)));
            return "";
        }
        String text = value.stringValue();
        if (text.length() > limit) {
            faults.accept(new Fault(
                    "text_too_long", "", "expected at most " + limit + " characters, but there are " + text.length()));
        } else if (text.isBlank()) {
            faults.accept(new Fault("bad_text", "", "expected text, but it is blank; leave the member out instead"));
        } else {
            findBadCharacter(text, lineBreaks, faults);
        }
        return text;
    }

    /** PostgreSQL cannot store U+0000, half a surrogate pair cannot be digested, and other controls falsify reports. */
    private static void findBadCharacter(String text, boolean lineBreaks, Consumer<Fault> faults) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            boolean layout = lineBreaks && (character == '\n' || character == '\r' || character == '\t');
            if (half || (Character.isISOControl(character) && !layout)) {
                faults.accept(new Fault(
                        "bad_text",
                        "",
                        String.format(
                                Locale.ROOT,
                                "expected printable characters, but character %d is U+%04X",
                                i,
                                character)));
                return;
            }
        }
    }

    /** A value's type in the sender's words. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "the number " + RecordMembers.shown(value.asString());
            case BOOLEAN -> value.asString();
            case NULL -> "null; leave the member out instead";
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case BINARY, MISSING -> "nothing";
        };
    }
}
