package io.adjudicator.cli;

import io.adjudicator.access.NewKey;
import io.adjudicator.access.Role;
import io.adjudicator.dealdesk.PublicationResult;
import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a whole installation for one run, with records that go through the public API in event time. */
@Command(
        name = "demo",
        description =
                "Starts everything on an empty directory, sends samples (or your file) through the API, moves time past the"
                        + " windows, and prints the usage reports.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /** Long enough that a year takes minutes, short enough that settling and receiving alternate as they do in the world. */
    private static final Duration STEP = Duration.ofDays(3);

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "${sys:adjudicator.home:-.}/samples/records.ndjson",
            description = "NDJSON claims and evidence (default: the samples).")
    private Path file = Path.of("samples", "records.ndjson");

    @Option(names = "--customer", paramLabel = "CUSTOMER", description = "Only records of this customer are sent.")
    private @Nullable String customer;

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            defaultValue = "${sys:adjudicator.home:-.}/customer-overrides",
            description = "Customers' folders.")
    private Path contracts = Path.of("customer-overrides");

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keeps the run here (default: a temporary directory).")
    private @Nullable Path dataDir;

    @Option(names = "--reports", paramLabel = "DIR", description = "Also saves the usage reports here as CSV.")
    private @Nullable Path reports;

    @Option(names = "--stay", description = "Leaves it running, with its addresses printed.")
    private boolean stay;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        // First, so that a wrong name is said at once and not when everything has started.
        EventTimeLines lines = EventTimeLines.of(file, Optional.ofNullable(customer));
        console.say("Starting PostgreSQL, Zeebe and the service …");
        Path data = dataDir == null ? Files.createTempDirectory("adjudicator-demo") : dataDir;
        RunningService service = RunningService.start(settings(data));
        try {
            console.announce(service);
            boolean allThrough = run(service, console, lines);
            if (stay) {
                console.accounts(
                        service.demonstrationAccounts(lines.customers().stream()
                                .sorted()
                                .map(CustomerId::new)
                                .toList()),
                        service);
                console.say("It goes on running. Stop it with Ctrl-C.");
                return 0;
            }
            stop(service, data);
            return allThrough ? 0 : 1;
        } catch (IOException | RuntimeException e) {
            stop(service, data);
            throw e;
        }
    }

    private boolean run(RunningService service, Console console, EventTimeLines lines) throws IOException {
        boolean published = service.publications().stream()
                .noneMatch(publication -> publication.state() == PublicationResult.State.REFUSED);
        LiveReplay replay = new LiveReplay(service.address(), key(service, Role.SERVICE), key(service, Role.AUDITOR));
        long rejected = replay(lines, replay, console);
        new UsagePrint(replay, console, Optional.ofNullable(reports))
                .all(lines.customers(), lines.firstMonth(), lines.lastMonth());
        console.say("");
        console.say("%d records rejected, %d windows left open."
                .formatted(rejected, replay.windows().open()));
        return published && rejected == 0 && replay.windows().open() == 0;
    }

    private static long replay(EventTimeLines lines, LiveReplay replay, Console console) {
        long sent = 0;
        long rejected = 0;
        for (Optional<EventTimeLines.Step> step = lines.next(STEP); step.isPresent(); step = lines.next(STEP)) {
            replay.moveTimeTo(step.get().startsAt());
            replay.awaitSettled();
            sent += step.get().lines().size();
            rejected += replay.send(step.get().lines(), console::say);
            console.say("  %s  %,7d sent, %,6d windows open"
                    .formatted(step.get().startsAt(), sent, replay.windows().open()));
        }
        Optional<Instant> last = replay.windows().lastSettlesAt();
        if (last.isPresent()) {
            console.say("  " + last.get() + "  past the last window");
            replay.moveTimeTo(last.get());
            replay.awaitSettled();
        }
        return rejected;
    }

    private static String key(RunningService service, Role role) {
        return service.firstKeys().stream()
                .filter(key -> key.key().role() == role)
                .map(NewKey::text)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected an empty data directory, but it has keys already; give another --data-dir"));
    }

    /** A temporary directory goes with the run. */
    private void stop(RunningService service, Path data) throws IOException {
        service.close();
        if (dataDir == null) {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private Map<String, Object> settings(Path data) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("adjudicator.clock", "movable");
        settings.put("adjudicator.contracts-dir", contracts.toString());
        // A step is sent before time moves to its end.
        settings.put("adjudicator.intake.ahead", STEP.toString());
        settings.put("adjudicator.data-dir", data.toString());
        settings.put("logging.level.root", "warn");
        settings.put("adjudicator.log-format", "");
        return settings;
    }
}
