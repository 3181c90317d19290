package io.adjudicator.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long statement is written row by row: its tables would not fit beside it. */
class DocumentMemoryTest {

    private static final int LINES = 10_000;

    /** The statement itself, the fonts and the classes; the cells of the whole table would take several times that. */
    private static final String HEAP = "-Xmx64m";

    @TempDir
    private Path folder;

    /** What the child runs. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            Statement statement = SampleStatements.ofLines(LINES);
            try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
                StatementPdf.write(statement, out);
                StatementXlsx.write(statement, out);
                StatementCsv.write(statement, out);
            }
        }
    }

    @Test
    void writesManyLinesInATightHeap() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.resolve("documents").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(folder.resolve("documents")).isNotEmptyFile();
    }
}
