package io.adjudicator.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that belong to the project, as paths from its root. */
final class Repository {

    /** Built, fetched or somebody's own; only looked at where git cannot say what is tracked, as in an unpacked archive. */
    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "data", "target");

    private Repository() {}

    static List<Path> files() {
        List<Path> tracked = tracked();
        return tracked.isEmpty() ? walked() : tracked;
    }

    /** Those whose whole path fits, such as {@code docs/.*[.]md}. */
    static List<Path> files(String pattern) {
        return files().stream().filter(file -> file.toString().matches(pattern)).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> tracked() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0
                    ? existing(Arrays.stream(names.split("\0")).map(Path::of))
                    : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("expected the list of tracked files, but was interrupted", e);
        }
    }

    private static List<Path> walked() {
        Path root = Path.of("");
        try (Stream<Path> top = Files.list(root)) {
            return existing(
                    top.filter(entry -> !NOT_OURS.contains(entry.getFileName().toString()))
                            .flatMap(Repository::below));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path entry) {
        try (Stream<Path> all = Files.walk(entry)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> existing(Stream<Path> files) {
        return files.filter(Files::isRegularFile).sorted().toList();
    }
}
