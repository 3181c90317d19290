package io.adjudicator.kernel;

/**
 * One thing wrong with what a caller gave us.
 *
 * @param code a stable name with a heading in docs/problems.md, such as {@code unknown_field}
 * @param at where: a JSON pointer (RFC 6901) into the body, or {@code file:line} for files
 * @param message what was expected, what was found, and what to do, in one sentence
 */
public record Fault(String code, String at, String message) {

    /** The same fault seen from the document that contains this one. */
    public Fault under(String prefix) {
        return new Fault(code, prefix + at, message);
    }
}
