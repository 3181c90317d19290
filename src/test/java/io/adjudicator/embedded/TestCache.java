package io.adjudicator.embedded;

import java.nio.file.Path;

/** The cache that the build fills and the service reads; unpacking a second copy for each test would take minutes. */
final class TestCache {

    static final Path PATH = Path.of(System.getProperty("user.home"), ".cache", "adjudicator");

    private TestCache() {}
}
