package io.adjudicator.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run of the broker as a child of this Java, with the same JDK. */
final class BrokerProcess {

    /** Signals of the terminal go to the whole group: the broker ignores them, because the service stops it in order. */
    private static final String IGNORE_TERMINAL = "trap '' HUP INT; exec \"$@\"";

    private BrokerProcess() {}

    static Process start(Path home, Path directory, BrokerPorts ports, boolean clockControlled) throws IOException {
        Files.createDirectories(directory);
        ProcessBuilder builder = new ProcessBuilder(command(home, directory))
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD) // the same lines go to logs/zeebe.log
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("stderr.log").toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ZEEBE_") || name.startsWith("SPRING_"));
        environment.putAll(settings(directory, clockControlled));
        environment.putAll(ports.settings());
        return builder.start();
    }

    /** The argument by which a broker of this directory is known, whoever started it. */
    static String mark(Path directory) {
        return "-Dapp.home=" + directory;
    }

    /**
     * The quick compiler alone: on two cores the thorough one takes more from the service than it gives back to the broker, a third of the
     * broker's processor time in a replay of minutes.
     */
    private static List<String> command(Path home, Path directory) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = home.resolve("config") + File.pathSeparator + home.resolve("lib") + File.separator + "*";
        return Stream.of(
                        List.of("sh", "-c", IGNORE_TERMINAL, "sh"),
                        List.of(
                                java,
                                mark(directory),
                                "-Dbasedir=" + directory,
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1"),
                        List.of("-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow"),
                        List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath),
                        List.of("io.camunda.zeebe.broker.StandaloneBroker"))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Sized for one machine: the defaults reserve half a gigabyte for RocksDB and refuse work below 2 GB of free disk. The broker's own measure
     * of pressure is how long answers take, and on a busy machine it ends at refusing nearly all; so the limit is fixed.
     */
    private static Map<String, String> settings(Path directory, boolean clockControlled) {
        return Map.of(
                "ZEEBE_BROKER_DATA_DIRECTORY", directory.resolve("data").toString(),
                "ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB",
                "ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB",
                "ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB",
                "ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB",
                "ZEEBE_BROKER_BACKPRESSURE_ALGORITHM", "fixed",
                "ZEEBE_BROKER_BACKPRESSURE_FIXED_LIMIT", "1000",
                "ZEEBE_CLOCK_CONTROLLED", Boolean.toString(clockControlled));
    }
}
