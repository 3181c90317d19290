package io.adjudicator.rules;

/** One thing wrong with one condition, before it is known where in the document it stands. */
@SuppressWarnings("serial") // never serialized; RowCompiler and DrlFile turn it into a fault
final class Misread extends RuntimeException {

    private final String code;

    private Misread(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Misread badCondition(String message) {
        return new Misread("bad_condition", message);
    }

    static Misread wrongType(String message) {
        return new Misread("wrong_type", message);
    }

    static Misread unknownFact(String name) {
        return new Misread("unknown_fact", "expected a fact of the vocabulary, but got \"" + name + "\"");
    }

    String code() {
        return code;
    }

    String explanation() {
        return String.valueOf(getMessage());
    }
}
