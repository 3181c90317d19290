package io.adjudicator.bench;

import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.FreshSessions;
import io.adjudicator.rules.HandWrittenRules;
import io.adjudicator.rules.RuleSet;
import io.adjudicator.rules.RuleSetSource;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.SampleRules;
import io.adjudicator.rules.facts.Findings;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cases judged per second on one core by the same thirty rules: pooled session, fresh session, chain of ifs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RulesBench {

    /** A power of two, so that the next case costs a mask; enough that no branch predictor learns them. */
    private static final int CASES = 4_096;

    private final RuleSetSource source = SampleRules.thirty();
    private final RuleSet pooled = new RuleSets().of(source);
    private final FreshSessions fresh = new FreshSessions(source);
    private final HandWrittenRules handWritten = new HandWrittenRules(source);
    private final Facts[] cases = cases();
    private int next;

    @Benchmark
    public List<Finding> pooledSession() {
        return pooled.findings(nextCase());
    }

    @Benchmark
    public Findings freshSessionByTheManual() throws ReflectiveOperationException {
        return fresh.byTheManual(nextCase());
    }

    @Benchmark
    public Findings freshSessionOnTheGeneratedFact() {
        return fresh.onTheGeneratedFact(nextCase());
    }

    @Benchmark
    public List<Finding> handWrittenIfs() {
        return handWritten.findings(nextCase());
    }

    private Facts nextCase() {
        next = (next + 1) & (CASES - 1);
        return cases[next];
    }

    private Facts[] cases() {
        Random random = new Random(42);
        Facts[] some = new Facts[CASES];
        for (int i = 0; i < CASES; i++) {
            some[i] = SampleRules.someCase(source.vocabulary(), random);
        }
        return some;
    }
}
