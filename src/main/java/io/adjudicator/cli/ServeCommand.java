package io.adjudicator.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serve}: the service with what it needs, until it is stopped. */
@Command(
        name = "serve",
        description =
                "Runs the service; without other configuration with its own PostgreSQL and Zeebe, kept under --data-dir.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--data-dir", paramLabel = "DIR", description = "What must survive a restart (default: data).")
    private @Nullable Path dataDir;

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            defaultValue = "${sys:adjudicator.home:-.}/customer-overrides",
            description = "Customers' folders (default: the installation's customer-overrides).")
    private Path contracts = Path.of("customer-overrides");

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the API (default: any free one).")
    private @Nullable Integer port;

    @Parameters(
            arity = "0..*",
            paramLabel = "--PROPERTY=VALUE",
            description = "Further configuration after --, see docs/configuration.md.")
    private List<String> properties = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        console.say("Starting the service …");
        RunningService service = RunningService.start(settings(), properties.toArray(String[]::new));
        console.announce(service);
        console.say("Stop it with Ctrl-C.");
        return 0;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", Optional.ofNullable(port).orElse(0));
        Optional.ofNullable(dataDir).ifPresent(dir -> settings.put("adjudicator.data-dir", dir.toString()));
        settings.put("adjudicator.contracts-dir", contracts.toString());
        return settings;
    }
}
