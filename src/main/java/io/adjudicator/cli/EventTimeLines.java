package io.adjudicator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records of a file in event time, handed out in steps. Held in memory: a live replay is for thousands of records, not millions. */
final class EventTimeLines {

    private record Line(Instant at, String customer, String text) {}

    /** Records of one span of time, and when the first of them happened. */
    record Step(List<String> lines, Instant startsAt) {}

    private final List<Line> lines;
    private int next;

    private EventTimeLines(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads the file.
     *
     * @param customer only records of this customer, if one is named
     */
    static EventTimeLines of(Path file, Optional<String> customer) throws IOException {
        JsonMapper json = new JsonMapper();
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                JsonNode record = json.readTree(text);
                lines.add(new Line(
                        Instant.parse(record.path("occurredAt").asString()),
                        record.path("customer").asString(),
                        text));
            }
        }
        lines.removeIf(line -> customer.isPresent() && !line.customer().equals(customer.get()));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("expected records in " + file
                    + customer.map(name -> " of customer " + name).orElse("") + ", but there are none");
        }
        lines.sort(Comparator.comparing(Line::at));
        return new EventTimeLines(lines);
    }

    Set<String> customers() {
        return lines.stream().map(Line::customer).collect(Collectors.toCollection(TreeSet::new));
    }

    YearMonth firstMonth() {
        return month(lines.getFirst());
    }

    YearMonth lastMonth() {
        return month(lines.getLast());
    }

    private static YearMonth month(Line line) {
        return YearMonth.from(line.at().atZone(ZoneOffset.UTC));
    }

    /** The next records, all within {@code length} of the first of them; empty at the end of the file. */
    Optional<Step> next(Duration length) {
        if (next == lines.size()) {
            return Optional.empty();
        }
        Instant start = lines.get(next).at();
        Instant end = start.plus(length);
        int from = next;
        while (next < lines.size() && lines.get(next).at().isBefore(end)) {
            next++;
        }
        return Optional.of(
                new Step(lines.subList(from, next).stream().map(Line::text).toList(), start));
    }
}
