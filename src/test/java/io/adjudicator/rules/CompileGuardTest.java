package io.adjudicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompileGuardTest {

    private static final RuleSetSource FINE = SampleRules.thirty();

    @Test
    void letsARuleSetOfThirtyRulesThrough() {
        assertThatCode(() -> CompileGuard.check(FINE)).doesNotThrowAnyException();
    }

    @Test
    void saysWhichOfSeveralDoesNotCompile() {
        assertThatThrownBy(() -> CompileGuard.check(List.of(FINE, source("rule \"C-1\" when Nothing( ) then end"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.code() + " " + fault.at())
                                .containsExactly("rules_do_not_compile /1"));
    }

    @Test
    void refusesARuleSetThatEatsMemoryOrTime() {
        String huge = IntStream.range(0, 60_000)
                .mapToObj(n -> "(turns != null && turns == " + n + "L && topic != null && topic == \"t" + n + "\")")
                .collect(Collectors.joining(" || "));
        assertThatThrownBy(() -> CompileGuard.check(
                        source("rule \"C-1\" when OutcomeFacts( " + huge + " ) then findings.met(\"C-1\"); end")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("rules_too_heavy"));
    }

    @Test
    void endsATrialThatTakesTooLong() {
        assertThatThrownBy(() -> CompileGuard.check(List.of(FINE), Duration.ofMillis(50)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::code)
                                .containsExactly("rules_too_heavy"));
    }

    private static RuleSetSource source(String drl) {
        Rule rule = new Rule("C-1", RuleKind.CRITERION, RuleOrigin.BASE, "c", "r", "s", List.of("turns"), false, drl);
        return RuleSetSource.of(FINE.vocabulary(), List.of(rule));
    }
}
