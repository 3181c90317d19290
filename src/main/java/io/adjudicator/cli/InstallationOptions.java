package io.adjudicator.cli;

import io.adjudicator.access.Keys;
import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which installation's database: the same options and configuration as {@code serve}. */
final class InstallationOptions {

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Of the installation (default: data).")
    private @Nullable Path dataDir;

    @Option(
            names = {"-D", "--property"},
            paramLabel = "PROPERTY=VALUE",
            description = "Further configuration, as for serve, see docs/configuration.md.")
    private List<String> properties = List.of();

    /** Returns the command's exit code. */
    int with(CommandSpec spec, Consumer<Keys> work) {
        return on(spec, database -> work.accept(database.keys()));
    }

    /** Returns the command's exit code. */
    int on(CommandSpec spec, Consumer<InstallationDatabase> work) {
        try (InstallationDatabase database = InstallationDatabase.open(Optional.ofNullable(dataDir), properties)) {
            work.accept(database);
            return 0;
        } catch (Refused refused) {
            refused.faults().forEach(fault -> spec.commandLine().getErr().println(fault.message()));
            return 1;
        } catch (DataAccessException e) {
            spec.commandLine()
                    .getErr()
                    .println("expected a database that the service has set up (run serve once), but: "
                            + e.getMostSpecificCause().getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
