package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Reminders;
import io.adjudicator.casework.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * All steps of the processes as beans that do nothing but answer where a case stands, as tests told it. They stand for what a room's
 * tables know, so all services of a test share them, and they outlive each. Not found by scanning: other tests have the rooms' own steps.
 */
class ToldSteps {

    static final Map<String, Object> DONE = Map.of("next", "done");

    private static final Map<CaseId, Map<String, Object>> STANDING = new ConcurrentHashMap<>();
    private static final List<String> RAN = new CopyOnWriteArrayList<>();
    private static final List<CaseId> REMINDED = new CopyOnWriteArrayList<>();
    private static final Map<CaseId, CountDownLatch> HELD = new ConcurrentHashMap<>();

    /** What a step answers that cannot do its work now. */
    static final Map<String, Object> BROKEN = Map.of("broken", true);

    /** The rooms' own steps would take half of the jobs, and know nothing of the cases of these tests. */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutTheRoomsSteps() {
        return registry -> {
            for (String name : ((ListableBeanFactory) registry).getBeanNamesForType(Step.class, true, false)) {
                String type = registry.getBeanDefinition(name).getBeanClassName();
                if (type != null && !type.startsWith("io.adjudicator.casework.")) {
                    registry.removeBeanDefinition(name);
                }
            }
        };
    }

    @Bean
    Step toldPrepareReview(Cases cases, InstantSource clock) {
        return new Told("review.prepare", cases, clock);
    }

    @Bean
    Step toldReadjudicate(Cases cases, InstantSource clock) {
        return new Told("dispute.readjudicate", cases, clock);
    }

    @Bean
    Step toldProceed(Cases cases, InstantSource clock) {
        return new Told("dispute.proceed", cases, clock);
    }

    @Bean
    Step toldPrepareCredit(Cases cases, InstantSource clock) {
        return new Told("credit.prepare", cases, clock);
    }

    @Bean
    Step toldProceedCredit(Cases cases, InstantSource clock) {
        return new Told("credit.proceed", cases, clock);
    }

    @Bean
    Step toldPostCredit(Cases cases, InstantSource clock) {
        return new Told("credit.post", cases, clock);
    }

    /** Where the case stands from now on. */
    static void tell(CaseId id, Map<String, Object> next) {
        STANDING.put(id, next);
    }

    /** The next run for the case does not end before the latch is open. */
    static void hold(CaseId id, CountDownLatch until) {
        HELD.put(id, until);
    }

    /** Notes how often timers ask for reminders, which is a step that tests do not tell. */
    static void watch(Reminders reminders) {
        ((Advised) reminders).addAdvice((MethodBeforeAdvice) (method, arguments, target) -> {
            if (method.getName().equals("run")) {
                REMINDED.add((CaseId) arguments[0]);
            }
        });
    }

    static long timersFired(CaseId id) {
        return REMINDED.stream().filter(id::equals).count();
    }

    /** Each run for the case, in order. */
    static List<String> ran(CaseId id) {
        return RAN.stream()
                .filter(run -> run.endsWith(" " + id))
                .map(run -> run.substring(0, run.indexOf(' ')))
                .toList();
    }

    /** Asks a person, reminds after a day and waits for two. */
    static Map<String, Object> ask(String next, int round, Instant from) {
        return Map.of(
                "next",
                next,
                "round",
                round,
                "remindAt",
                from.plus(Duration.ofDays(1)).toString(),
                "dueAt",
                from.plus(Duration.ofDays(2)).toString());
    }

    static Map<String, Object> waitUntil(Instant deadline) {
        return Map.of("next", "wait", "waitUntil", deadline.toString());
    }

    static Map<String, Object> credit(CaseId credit) {
        return Map.of("next", "credit", "creditCaseId", credit.value());
    }

    /** A step that finds its case done closes it; posting a credit is doing it. */
    private record Told(String job, Cases cases, InstantSource clock) implements Step {

        @Override
        public Map<String, Object> run(CaseId id) {
            RAN.add(job + " " + id);
            Optional.ofNullable(HELD.remove(id)).ifPresent(Told::await);
            Map<String, Object> next = job.equals("credit.post") ? DONE : STANDING.getOrDefault(id, DONE);
            if (next.equals(BROKEN)) {
                throw new IllegalStateException("expected " + id + " to be well, but it is broken");
            }
            if (next.equals(DONE)) {
                cases.close(id, "done", clock.instant());
            }
            return next;
        }

        private static void await(CountDownLatch open) {
            try {
                assertThat(open.await(CaseService.BOUND.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
