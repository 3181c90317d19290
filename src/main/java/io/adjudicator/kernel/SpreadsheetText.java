package io.adjudicator.kernel;

/** Text in CSV that somebody else chose: a customer's system, or a contract. */
public final class SpreadsheetText {

    /** What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), in full width too. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private SpreadsheetText() {}

    /** With an apostrophe in front where a spreadsheet would take it for a formula. */
    public static String inert(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
