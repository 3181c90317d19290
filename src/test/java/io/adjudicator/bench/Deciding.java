package io.adjudicator.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecidingBench}, each of its methods in a JVM of its own, one after the other. */
final class Deciding {

    private Deciding() {}

    static List<Measured> measure() throws RunnerException {
        Map<String, Series> claims = series(new Runner(options()).run());
        Series full = claims.get("fullPath");
        Series findings = claims.get("findingsOnly");
        Series manual = claims.get("freshSessionByTheManual");
        Series generated = claims.get("freshSessionOnTheGeneratedFact");
        Series ifs = claims.get("handWrittenIfs");
        return List.of(
                Measured.of("case file to price, 30 rules, one thread", full, "claims/s", 250_000, ""),
                Measured.of("the findings alone", findings, "claims/s", "", ""),
                fresh("fresh session a claim, by the manual", manual, full),
                fresh("fresh session a claim, our generated fact", generated, full),
                Measured.of(
                        "hand-written ifs, findings alone",
                        ifs,
                        "claims/s",
                        "",
                        "our findings at " + Series.times(findings.ratioTo(ifs)) + " of it"));
    }

    private static Measured fresh(String what, Series fresh, Series full) {
        return Measured.of(what, fresh, "claims/s", "4 times it", Series.times(full.ratioTo(fresh)) + " times it");
    }

    /** The serial collector, so that one core does everything that deciding costs. */
    private static Options options() {
        return new OptionsBuilder()
                .include(DecidingBench.class.getName())
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(9)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static Map<String, Series> series(Collection<RunResult> results) {
        Map<String, Series> series = new HashMap<>();
        for (RunResult result : results) {
            double[] scores = result.getAggregatedResult().getIterationResults().stream()
                    .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                    .toArray();
            series.put(result.getPrimaryResult().getLabel(), new Series(scores));
        }
        return series;
    }
}
