package io.adjudicator.rules;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries at publication whether rule sets compile within bounded time and memory, in a process of its own: one bad rule can
 * eat gigabytes, and a thread inside this process could be neither stopped nor bounded.
 */
public final class CompileGuard {

    /** Time of the processor, so that a busy machine refuses nothing: the start of a JVM (1 to 2 s) and a first compilation. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** A trial that waits instead of working ends after so many times its processor time. */
    private static final int PATIENCE = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Heap of the trial; a rule set of 40 rules needs less than 100 MB while it compiles. */
    private static final String MOST_MEMORY = "-Xmx256m";

    /** What a JVM under ExitOnOutOfMemoryError leaves behind. */
    private static final int EXIT_OUT_OF_MEMORY = 3;

    private CompileGuard() {}

    /** Throws {@code Refused} with the reason if it does not. */
    public static void check(RuleSetSource source) {
        check(List.of(source));
    }

    /** Several in one trial, which costs hardly more than one; a fault is {@code at} the source's place in the list. */
    public static void check(List<RuleSetSource> sources) {
        check(sources, LONGEST.plusSeconds(sources.size() - 1L));
    }

    static void check(List<RuleSetSource> sources, Duration longest) {
        try {
            Path folder = Files.createTempDirectory("rule-trial");
            try {
                Path input = folder.resolve("sources.json");
                Path output = folder.resolve("faults.json");
                Files.write(
                        input,
                        Canonical.bytes(
                                sources.stream().map(RuleSetSource::canonical).toList()));
                judge(run(input, output, longest), output, longest);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("expected to try rules in a process of their own, but could not", e);
        }
    }

    private static int run(Path input, Path output, Duration longest) throws IOException {
        Process trial = new ProcessBuilder(command(input, output))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            long deadline = System.nanoTime() + longest.multipliedBy(PATIENCE).toNanos();
            while (!trial.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                if (worked(trial).compareTo(longest) > 0 || System.nanoTime() > deadline) {
                    throw tooHeavy("took longer than " + longest.toSeconds() + " s");
                }
            }
            return trial.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("expected to wait for the trial of rules, but was interrupted", e);
        } finally {
            trial.destroyForcibly();
        }
    }

    private static Duration worked(Process trial) {
        return trial.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void judge(int exit, Path output, Duration longest) throws IOException {
        if (exit == EXIT_OUT_OF_MEMORY) {
            throw tooHeavy("needed more memory than " + MOST_MEMORY.substring("-Xmx".length()));
        }
        if (exit != 0 || !Files.exists(output)) {
            throw new IllegalStateException(
                    "expected a trial of rules to end within " + longest + ", but it ended with " + exit);
        }
        List<Fault> faults = List.of(JsonMapper.shared().readValue(Files.readAllBytes(output), Fault[].class));
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
    }

    private static Refused tooHeavy(String what) {
        return new Refused(
                Refused.Kind.UNPROCESSABLE,
                "rules_too_heavy",
                "",
                "expected rules that compile within bounds, but compiling them " + what + "; make conditions smaller");
    }

    private static List<String> command(Path input, Path output) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java"),
                MOST_MEMORY,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(mainClass());
        command.addAll(List.of(input.toString(), output.toString()));
        return command;
    }

    /** Inside the Boot jar, only Boot's launcher sees the nested jars. */
    private static List<String> mainClass() {
        String launcher = "org.springframework.boot.loader.launch.PropertiesLauncher";
        boolean nested = ClassLoader.getSystemResource(launcher.replace('.', '/') + ".class") != null;
        String main = CompileTrial.class.getName();
        return nested ? List.of("-Dloader.main=" + main, launcher) : List.of(main);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** One fault as the trial writes it. */
    static Map<String, Object> stored(Fault fault) {
        return Map.of("code", fault.code(), "at", fault.at(), "message", fault.message());
    }
}
