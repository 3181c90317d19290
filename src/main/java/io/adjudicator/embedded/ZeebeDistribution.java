package io.adjudicator.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The broker's program files. Maven brings the archive into the cache; it is checked and unpacked there once. */
final class ZeebeDistribution {

    /** The last line of Zeebe that is free to use in production; the pom names the same one. */
    static final String VERSION = "8.5.8";

    private static final String NAME = "camunda-zeebe-" + VERSION;

    /** Of the archive in Maven Central, so that a damaged or exchanged download is not run. */
    private static final String SHA256 = "53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4";

    private ZeebeDistribution() {}

    /** The unpacked distribution. Two instances that start at once wait for each other; the rename is atomic. */
    static Path unpacked(Path cache) {
        Path home = cache.resolve(NAME);
        if (Files.isDirectory(home)) {
            return home;
        }
        return FileGuard.alone(
                cache.resolve(NAME + ".lock"), () -> Files.isDirectory(home) ? home : unpack(cache, home));
    }

    private static Path unpack(Path cache, Path home) throws IOException {
        Path archive = cache.resolve(NAME + ".tar.gz");
        check(archive);
        Path unfinished = cache.resolve(NAME + ".unfinished");
        Trees.delete(unfinished);
        Files.createDirectories(unfinished);
        int exit = Commands.run("tar", "-xzf", archive.toString(), "-C", unfinished.toString(), "--strip-components=1");
        if (exit != 0) {
            throw new IllegalStateException("expected tar to unpack " + archive + ", but it ended with " + exit);
        }
        return Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void check(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            throw new IllegalStateException("expected Zeebe's distribution at " + archive
                    + ", but it is not there; ./adjudicator brings it, or: mvn dependency:copy@broker");
        }
        String found = sha256(archive);
        if (!found.equals(SHA256)) {
            throw new IllegalStateException("expected " + archive + " to have the SHA-256 " + SHA256 + ", but it has "
                    + found + "; delete it to have it brought again");
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected every Java to know SHA-256, but this one does not", e);
        }
    }
}
