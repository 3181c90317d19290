package io.adjudicator.statement;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of one PDF. DejaVu is embedded; Chinese, Japanese and Korean use the fonts that every PDF reader brings (ISO 32000, 9.7.5.2);
 * what none of them has is written as its code point, since text that vanishes would change what a line says.
 */
final class PdfLettering {

    static final Color INK = new Color(0x1c, 0x24, 0x30);
    static final Color FADED = new Color(0x5b, 0x66, 0x75);

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final byte[] REGULAR = read("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD = read("DejaVuSansCondensed-Bold.ttf");

    private final List<BaseFont> plain;
    private final List<BaseFont> strong;

    /** @param seed same seed, same names of the embedded subsets */
    PdfLettering(byte[] seed) {
        SecureRandom random = repeatable(seed);
        List<BaseFont> elsewhere = List.of(
                readers("STSong-Light", "UniGB-UCS2-H"),
                readers("HeiseiMin-W3", "UniJIS-UCS2-H"),
                readers("HYSMyeongJo-Medium", "UniKS-UCS2-H"));
        this.plain = before(elsewhere, embedded("DejaVuSansCondensed.ttf", REGULAR, random));
        this.strong = before(elsewhere, embedded("DejaVuSansCondensed-Bold.ttf", BOLD, random));
    }

    Phrase plain(String text, float size) {
        return phrase(text, plain, size, INK);
    }

    Phrase faded(String text, float size) {
        return phrase(text, plain, size, FADED);
    }

    Phrase strong(String text, float size) {
        return phrase(text, strong, size, INK);
    }

    Phrase strong(String text, float size, Color color) {
        return phrase(text, strong, size, color);
    }

    BaseFont plain() {
        return plain.getFirst();
    }

    private static Phrase phrase(String text, List<BaseFont> fonts, float size, Color color) {
        Phrase phrase = new Phrase();
        phrase.setLeading(size * 1.3f);
        StringBuilder run = new StringBuilder();
        BaseFont current = fonts.getFirst();
        for (int character : text.codePoints().toArray()) {
            int shown = Character.isISOControl(character) ? ' ' : character;
            BaseFont font = fontOf(shown, fonts);
            if (!font.equals(current)) {
                add(phrase, run, new Font(current, size, Font.NORMAL, color));
                current = font;
            }
            run.append(font.charExists(shown) ? Character.toString(shown) : "[U+%04X]".formatted(shown));
        }
        add(phrase, run, new Font(current, size, Font.NORMAL, color));
        return phrase;
    }

    private static void add(Phrase phrase, StringBuilder run, Font font) {
        if (!run.isEmpty()) {
            phrase.add(new Chunk(run.toString(), font));
            run.setLength(0);
        }
    }

    /** The first that has it; else the first, for the code point. */
    private static BaseFont fontOf(int character, List<BaseFont> fonts) {
        return fonts.stream()
                .filter(font -> font.charExists(character))
                .findFirst()
                .orElse(fonts.getFirst());
    }

    private static List<BaseFont> before(List<BaseFont> others, BaseFont first) {
        List<BaseFont> fonts = new ArrayList<>(others);
        fonts.addFirst(first);
        return List.copyOf(fonts);
    }

    private static BaseFont embedded(String name, byte[] bytes, SecureRandom random) {
        try {
            BaseFont font =
                    BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes, null);
            font.setSecureRandom(random);
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("expected the font " + name + " to be readable", e);
        }
    }

    private static BaseFont readers(String name, String encoding) {
        try {
            return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new IllegalStateException("expected the metrics of " + name + " in the PDF library", e);
        }
    }

    /** It only names subsets; a generator that is seeded before its first use repeats itself. */
    private static SecureRandom repeatable(byte[] seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected SHA1PRNG in every Java", e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = PdfLettering.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("expected the font " + name + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("expected the font " + name + " to be readable", e);
        }
    }
}
