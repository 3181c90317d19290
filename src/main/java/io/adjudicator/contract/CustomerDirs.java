package io.adjudicator.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The customers' folders of an installation, such as {@code customer-overrides}. */
public final class CustomerDirs {

    private CustomerDirs() {}

    /** In the order of their names; hidden ones left out. None if the folder does not exist. */
    public static List<Path> in(Path contractsDir) {
        if (!Files.isDirectory(contractsDir)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(contractsDir)) {
            return found.filter(Files::isDirectory)
                    .filter(dir -> !dir.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("expected to list " + contractsDir + ", but could not", e);
        }
    }
}
