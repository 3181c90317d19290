package io.adjudicator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonLinesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiterString = " : ", nullValues = "nothing", textBlock = """
            a\\nb\\n        : 1=a 2=b
            a\\nb           : 1=a 2=b
            a\\r\\nb\\r\\n  : 1=a 2=b
            a\\n\\n\\nb     : 1=a 4=b
            \\r\\na         : 2=a
            a\\rb           : 1=a\\rb
            \\n             : nothing
            """)
    void splitsAtLineEnds(String sent, String lines) throws IOException {
        String expected = lines == null ? "" : lines.translateEscapes();
        assertThat(String.join(" ", split(bytes(sent.translateEscapes())))).isEqualTo(expected);
    }

    @Test
    void givesNothingForAnEmptyStream() throws IOException {
        assertThat(split(bytes(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # bytes,  fits
            65535,    true
            65536,    true
            65537,    false
            200000,   false
            """)
    void passesOverALineThatIsTooLong(int length, boolean fits) throws IOException {
        String line = "x".repeat(length);
        List<String> expected = List.of("1=a", fits ? "2=" + line : "2 too long", "3=b");
        assertThat(split(bytes("a\n" + line + "\nb"))).isEqualTo(expected);
        assertThat(split(bytes("a\r\n" + line + "\r\nb\r\n"))).isEqualTo(expected);
        assertThat(split(bytes("a\n" + line))).isEqualTo(expected.subList(0, 2));
    }

    @Test
    void leavesBytesThatAreNotUtf8ToTheLineTheyStandIn() throws IOException {
        byte[] body = {'a', '\n', (byte) 0xff, (byte) 0xfe, '\n', 'b'};
        NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(body));
        assertThat(lines.next()).map(NdjsonLine::number).contains(1L);
        assertThat(((NdjsonLine.Whole) lines.next().orElseThrow()).bytes()).containsExactly(0xff, 0xfe);
        assertThat(lines.next()).map(NdjsonLine::number).contains(3L);
    }

    @Test
    void splitsTheSameHoweverTheStreamArrives() throws IOException {
        Random random = new Random(7);
        StringBuilder body = new StringBuilder();
        for (int line = 0; line < 500; line++) {
            body.append("x".repeat(random.nextInt(600))).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        byte[] bytes = bytes(body.toString());
        assertThat(split(new Trickle(bytes, random))).isEqualTo(split(bytes));
    }

    private static List<String> split(byte[] body) throws IOException {
        return split(new ByteArrayInputStream(body));
    }

    private static List<String> split(InputStream body) throws IOException {
        NdjsonLines lines = new NdjsonLines(body);
        List<String> found = new ArrayList<>();
        for (Optional<NdjsonLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            found.add(
                    switch (line.get()) {
                        case NdjsonLine.Whole whole ->
                            whole.number() + "=" + new String(whole.bytes(), StandardCharsets.UTF_8);
                        case NdjsonLine.TooLong tooLong -> tooLong.number() + " too long";
                    });
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A network: gives as many bytes at once as it likes. */
    private static final class Trickle extends ByteArrayInputStream {

        private final Random random;

        Trickle(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(100)));
        }
    }
}
