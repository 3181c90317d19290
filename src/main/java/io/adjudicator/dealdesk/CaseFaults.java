package io.adjudicator.dealdesk;

import io.adjudicator.contract.Tree;
import io.adjudicator.contract.YamlFile;
import io.adjudicator.kernel.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with agreed cases, and reads the values that can be. */
final class CaseFaults {

    private final YamlFile file;
    private final List<Fault> found = new ArrayList<>();

    CaseFaults(YamlFile file) {
        this.file = file;
    }

    List<Fault> found() {
        return found;
    }

    void add(String code, String pointer, String message) {
        found.add(file.fault(code, pointer, message));
    }

    Optional<Instant> instant(Tree tree, String key) {
        return tree.text(key).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                add(
                        "bad_value",
                        tree.at(key),
                        "expected a time with zone, such as 2026-07-01T09:00:00Z, but got " + text);
                return Optional.empty();
            }
        });
    }

    Optional<Duration> duration(Tree tree, String key) {
        return tree.text(key).flatMap(text -> {
            try {
                return Optional.of(Duration.parse(text));
            } catch (DateTimeException e) {
                add("bad_value", tree.at(key), "expected a duration such as PT70H, but got " + text);
                return Optional.empty();
            }
        });
    }
}
