package io.adjudicator.statement;

import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;

/** What is held for open windows, and what else a reader must know. */
final class PdfTail {

    private static final float SIZE = 8;

    private final Statement statement;
    private final PdfLettering lettering;

    PdfTail(Statement statement, PdfLettering lettering) {
        this.statement = statement;
        this.lettering = lettering;
    }

    void addTo(Document document) {
        if (!statement.held().isEmpty() || !statement.notes().isEmpty()) {
            document.add(spaced(lettering.strong("Notes", 11), 16));
        }
        for (Statement.Held held : statement.held()) {
            document.add(spaced(
                    lettering.plain(
                            "Outcomes that are not decided for good can cost up to " + Figures.exact(held.amount())
                                    + " " + held.unit() + " more. That is not in the total.",
                            SIZE),
                    4));
        }
        for (String note : statement.notes()) {
            document.add(spaced(lettering.plain(note, SIZE), 4));
        }
        document.add(spaced(
                lettering.faded(
                        "Every line can be expanded to its outcomes, and every outcome to the rules, facts and clauses "
                                + "by which it was decided.",
                        7),
                12));
    }

    private static Paragraph spaced(Phrase phrase, float before) {
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setLeading(phrase.getLeading());
        paragraph.setSpacingBefore(before);
        return paragraph;
    }
}
