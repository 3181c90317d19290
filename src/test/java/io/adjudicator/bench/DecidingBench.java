package io.adjudicator.bench;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.adjudication.CaseFile;
import io.adjudicator.adjudication.Judgement;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.FreshSessions;
import io.adjudicator.rules.HandWrittenRules;
import io.adjudicator.rules.RuleSet;
import io.adjudicator.rules.RuleSetSource;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.facts.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Claims decided per second by one thread under the same thirty rules. Only {@link #fullPath} does everything, from the case file to
 * the price; the others are given ready facts and stop at the findings, so the ratios flatter them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecidingBench {

    static {
        LoggingSystem.get(DecidingBench.class.getClassLoader()).setLogLevel("org.drools", LogLevel.WARN);
    }

    /** A power of two, so that the next case costs a mask; enough that no branch predictor learns them. */
    private static final int CASES = 4_096;

    private final ContractVersion contract = BenchContract.read();
    private final RuleSetSource source = BenchContract.terms(contract).rules();
    private final RuleSet pooled = new RuleSets().of(source);
    private final Adjudication adjudication = new Adjudication(contract, BenchContract.terms(contract), pooled);
    private final FreshSessions fresh = new FreshSessions(source);
    private final HandWrittenRules handWritten = new HandWrittenRules(source);
    private final CaseFile[] files = IntStream.range(0, CASES)
            .mapToObj(number -> BenchClaims.caseFile(contract, number))
            .toArray(CaseFile[]::new);
    private final Facts[] facts = new Facts[CASES];
    private int next;

    /** What does not say the same is not compared. */
    @Setup
    public void compare() {
        for (int i = 0; i < CASES; i++) {
            Judgement judgement = adjudication.judge(files[i]);
            facts[i] = judgement.facts();
            List<Finding> second = handWritten.findings(facts[i]);
            if (source.rules().size() != 30 || !new HashSet<>(second).equals(new HashSet<>(judgement.findings()))) {
                throw new IllegalStateException("expected " + second + ", but got " + judgement.findings());
            }
        }
    }

    @Benchmark
    public Judgement fullPath() {
        return adjudication.judge(files[next()]);
    }

    @Benchmark
    public List<Finding> findingsOnly() {
        return pooled.findings(facts[next()]);
    }

    @Benchmark
    public Findings freshSessionByTheManual() throws ReflectiveOperationException {
        return fresh.byTheManual(facts[next()]);
    }

    @Benchmark
    public Findings freshSessionOnTheGeneratedFact() {
        return fresh.onTheGeneratedFact(facts[next()]);
    }

    @Benchmark
    public List<Finding> handWrittenIfs() {
        return handWritten.findings(facts[next()]);
    }

    private int next() {
        next = (next + 1) & (CASES - 1);
        return next;
    }
}
