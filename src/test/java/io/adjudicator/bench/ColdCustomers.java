package io.adjudicator.bench;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.rules.RowCompiler;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleSetSource;
import io.adjudicator.rules.RuleSets;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A thousand customers whose contracts differ in one row each, all decided for by one service. */
final class ColdCustomers {

    private static final int CUSTOMERS = 1_000;

    /** The service is warm, only the customer is cold. */
    private static final int WARM_UP = 50;

    private final ContractVersion contract = BenchContract.read();
    private final OutcomeTerms terms = BenchContract.terms(contract);

    static List<Measured> measure() {
        return new ColdCustomers().run();
    }

    private List<Measured> run() {
        RuleSets others = new RuleSets();
        IntStream.range(CUSTOMERS, CUSTOMERS + WARM_UP).forEach(number -> firstDecision(others, customer(number)));
        List<OutcomeTerms> customers =
                IntStream.range(0, CUSTOMERS).mapToObj(this::customer).toList();
        Reference.reachabilityFence(others);
        RuleSets ruleSets = new RuleSets();
        double before = heapMegabytes();
        Series millis = new Series(customers.stream()
                .mapToDouble(customer -> firstDecision(ruleSets, customer))
                .toArray());
        double heap = heapMegabytes() - before;
        Reference.reachabilityFence(ruleSets);
        Reference.reachabilityFence(customers);
        return List.of(
                new Measured(
                        "first decision of a cold customer",
                        "%.0f ms median, %.0f ms p95".formatted(millis.median(), millis.at(0.95)),
                        "",
                        ""),
                new Measured(
                        "heap of 1,000 rule sets, after collection",
                        "%,.0f MB, %.2f MB each".formatted(heap, heap / CUSTOMERS),
                        "",
                        ""));
    }

    private double firstDecision(RuleSets ruleSets, OutcomeTerms customer) {
        var file = BenchClaims.caseFile(contract, 0);
        long start = System.nanoTime();
        var judgement = new Adjudication(contract, customer, ruleSets.of(customer.rules())).judge(file);
        double millis = (System.nanoTime() - start) / 1e6;
        Reference.reachabilityFence(judgement);
        return millis;
    }

    private OutcomeTerms customer(int number) {
        RowCompiler rows = new RowCompiler(terms.rules().vocabulary());
        Rule own = rows.exclusion(
                "X-1", "OF 3.4(a)", Map.of("topic", "\"fraud\", \"topic-" + number + "\""), "fraud_is_free");
        List<Rule> rules = terms.rules().rules().stream()
                .map(rule -> rule.id().equals(own.id()) ? own : rule)
                .toList();
        return BenchContract.with(terms, RuleSetSource.of(terms.rules().vocabulary(), rules));
    }

    /** Twice, because the first collection may leave what only references and cleaners hold. */
    private static double heapMegabytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
