package io.adjudicator.rules;

import io.adjudicator.rules.facts.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;

/** A compiled rule set. Safe for use by many threads; the same facts give the same findings, always. */
public final class RuleSet {

    /** Idle sessions kept a rule set; more threads than that make sessions of their own and dispose of them. */
    static final int IDLE_SESSIONS = 4;

    private final RuleSetSource source;
    private final InternalKnowledgeBase base;
    private final FactClass factClass;
    private final Screening screening;
    private final List<String> ids;
    private final Finding[][] findings;
    private final boolean[] isCriterion;
    private final BlockingQueue<Judge> idle = new ArrayBlockingQueue<>(IDLE_SESSIONS);
    private volatile boolean retired;

    private RuleSet(RuleSetSource source, FactClass factClass) {
        this.source = source;
        this.factClass = factClass;
        this.base = DroolsCompiler.compile(source.drlForTheGeneratedClass(), factClass);
        this.screening = new Screening(source);
        this.ids = source.rules().stream().map(Rule::id).toList();
        this.findings = source.rules().stream().map(RuleSet::allOf).toArray(Finding[][]::new);
        this.isCriterion = new boolean[findings.length];
        for (int position = 0; position < findings.length; position++) {
            isCriterion[position] = source.rules().get(position).kind() == RuleKind.CRITERION;
        }
    }

    static RuleSet compile(RuleSetSource source, FactClass factClass) {
        return new RuleSet(source, factClass);
    }

    public RuleSetSource source() {
        return source;
    }

    /** What the rules say of this case, in the order of the source's rules. A criterion never stays silent. */
    public List<Finding> findings(Facts facts) {
        if (!facts.vocabulary().equals(source.vocabulary())) {
            throw new IllegalArgumentException("expected facts of the rule set's own vocabulary, but got other ones");
        }
        Judge judge = borrow();
        judge.session.judge(facts); // a session that fails is not used again
        List<Finding> found = read(judge.findings);
        giveBack(judge);
        return found;
    }

    private List<Finding> read(Findings said) {
        List<Finding> found = new ArrayList<>();
        for (int position = 0; position < findings.length; position++) {
            int bits = said.take(position);
            if (bits == 0 && isCriterion[position]) {
                bits = Findings.UNKNOWN; // a hand-written criterion with a gap proves nothing
            }
            for (; bits != 0; bits &= bits - 1) {
                found.add(findings[position][Integer.numberOfTrailingZeros(bits)]);
            }
        }
        return found;
    }

    private Judge borrow() {
        Judge judge = idle.poll();
        return judge == null ? newJudge() : judge;
    }

    private Judge newJudge() {
        Findings buffer = new Findings(ids);
        return new Judge(new RuleSession(base, factClass.newFact(), screening, buffer), buffer);
    }

    private void giveBack(Judge judge) {
        if (judge.session.wornOut() || !idle.offer(judge)) {
            judge.session.close();
        } else if (retired) {
            disposeIdle();
        }
    }

    /** Disposes of all sessions; those in use when they are given back. A retired rule set still answers. */
    void retire() {
        retired = true;
        disposeIdle();
    }

    private void disposeIdle() {
        for (Judge judge = idle.poll(); judge != null; judge = idle.poll()) {
            judge.session.close();
        }
    }

    int liveSessions() {
        return base.getKieSessions().size();
    }

    long factsHeld() {
        return idle.stream().mapToLong(judge -> judge.session.factCount()).sum();
    }

    /** What this rule may be found to say, each at the number of its bit. */
    private static Finding[] allOf(Rule rule) {
        Finding[] all = new Finding[FindingKind.values().length];
        for (FindingKind kind : FindingKind.values()) {
            all[Integer.numberOfTrailingZeros(bit(kind))] = new Finding(rule, kind);
        }
        return all;
    }

    private static int bit(FindingKind kind) {
        return switch (kind) {
            case MET -> Findings.MET;
            case NOT_MET -> Findings.NOT_MET;
            case UNKNOWN -> Findings.UNKNOWN;
            case EXCLUDED -> Findings.EXCLUDED;
            case TIER -> Findings.TIER;
            case PRICE -> Findings.PRICE;
            case REVIEW -> Findings.REVIEW;
            case SILENT -> Findings.SILENT;
        };
    }

    private record Judge(RuleSession session, Findings findings) {}
}
