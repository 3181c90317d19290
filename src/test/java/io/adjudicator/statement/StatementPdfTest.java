package io.adjudicator.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementPdfTest {

    private static final Instant CLOSED = Instant.parse("2026-08-03T06:00:00Z");

    @Test
    void saysWhoOwesWhatForWhichMonth() throws IOException {
        String text = text(SampleStatements.month().closed(CLOSED));
        assertThat(text)
                .contains("July 2026", "Customer northwind", "1 July 2026 to 31 July 2026", "America/New_York")
                .contains("CLOSED", "closed on 3 August 2026 02:00")
                .contains("USD 2,683.03", "Lines 2,803.03", "Paid by credits −120.00", "Total due 2,683.03")
                .contains("support-resolution, simple, free: capped pilot", "not charged")
                .contains("50 × 0.95 + 50 × 0.90 + 30 × 0.85", "clause OF 4.1")
                .contains("promo-7", "expires 1 October 2026 00:00", "10.00 expired", "2.49 held", "worth USD 120.00")
                .contains("can cost up to 7.47 USD more", "The pilot leaves 500 outcomes free")
                .contains("Page 1 of 1");
    }

    @Test
    void aDraftSaysThatItIsOne() throws IOException {
        assertThat(text(SampleStatements.month()))
                .contains("DRAFT", "can change")
                .doesNotContain("CLOSED");
    }

    @Test
    void repeatsTheTitlesAndNumbersThePages() throws IOException {
        try (PDDocument document = read(SampleStatements.ofLines(60))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                assertThat(page(document, page)).contains("Taken back", "Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void losesNoLineWhereAPageEnds() throws IOException {
        String text = text(SampleStatements.ofLines(200));
        for (int line = 1; line <= 200; line++) {
            assertThat(text).contains("support-resolution, row " + line + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ελληνικά",
                "кириллица",
                "ąęłż",
                "Հայերեն",
                "ქართული",
                "已解决的对话",
                "解決済みの会話",
                "해결된 대화",
                "€ £ ¥ ₹ − × …"
            })
    void keepsLettersOfManyScripts(String written) throws IOException {
        assertThat(text(SampleStatements.withTexts(List.of(written)))).contains(written);
    }

    /** From right to left on paper, in the order of reading here. */
    @Test
    void keepsTheOrderOfTextFromRightToLeft() throws IOException {
        assertThat(text(SampleStatements.withTexts(List.of("שיחה נפתרה")))).contains("שיחה נפתרה");
    }

    @Test
    void writesTheCodePointOfWhatNoFontHas() throws IOException {
        assertThat(text(SampleStatements.withTexts(List.of("a🧾b")))).contains("a[U+1F9FE]b");
    }

    @Test
    void wrapsLongTextAndBreaksWordsThatAreTooLong() throws IOException {
        String words = "word ".repeat(1_500);
        String text = text(SampleStatements.withTexts(List.of(words, "x".repeat(300))));
        assertThat(text.split("word", -1)).hasSizeGreaterThan(3 * 1_500);
        assertThat(text.chars().filter(letter -> letter == 'x').count()).isGreaterThanOrEqualTo(900);
    }

    @Test
    void embedsTheFontOfItsOwnText() throws IOException {
        try (PDDocument document = read(SampleStatements.month())) {
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    PDFont font = resources.getFont(name);
                    assertThat(font.getName().endsWith("Helvetica") || font.isEmbedded())
                            .as(font.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theSameStatementGivesTheSameBytes() {
        assertThat(written(SampleStatements.month())).isEqualTo(written(SampleStatements.month()));
        assertThat(written(SampleStatements.month().closed(CLOSED)))
                .isEqualTo(written(SampleStatements.month().closed(CLOSED)))
                .isNotEqualTo(written(SampleStatements.month()));
    }

    @Test
    void isDatedByItsClosing() throws IOException {
        try (PDDocument closed = read(SampleStatements.month().closed(CLOSED));
                PDDocument draft = read(SampleStatements.month())) {
            assertThat(closed.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(CLOSED);
            assertThat(draft.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    private static String text(Statement statement) throws IOException {
        try (PDDocument document = read(statement)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document);
    }

    private static PDDocument read(Statement statement) throws IOException {
        return Loader.loadPDF(written(statement));
    }

    private static byte[] written(Statement statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementPdf.write(statement, out);
        return out.toByteArray();
    }
}
