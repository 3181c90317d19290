package io.adjudicator.bench;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** {@code ./adjudicator bench}: measures the parts that are named, or all, and prints one table. */
public final class Bench {

    private enum Part {
        DECIDING(Deciding::measure),
        DURABLE(Durable::measure),
        MONTH(Month::measure),
        COLD(ColdCustomers::measure);

        private final Callable<List<Measured>> measure;

        Part(Callable<List<Measured>> measure) {
            this.measure = measure;
        }
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        List<Part> parts = args.length == 0
                ? List.of(Part.values())
                : Arrays.stream(args)
                        .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
        PrintStream out = System.out;
        out.println(machine());
        print(out, new Measured("what", "measured: median (lowest to highest)", "target", "ratio"));
        for (Part part : parts) {
            part.measure.call().forEach(line -> print(out, line));
        }
    }

    private static String machine() {
        Function<String, String> property = System::getProperty;
        return "%s, %d cores, %s %s, Java %s, heap up to %,d MB"
                .formatted(
                        LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        property.apply("os.name"),
                        property.apply("os.arch"),
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void print(PrintStream out, Measured line) {
        out.printf("%-46s %-46s %-18s %s%n", line.what(), line.measured(), line.target(), line.ratio());
    }
}
