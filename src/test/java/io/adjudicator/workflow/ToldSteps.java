package io.adjudicator.workflow;

import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All steps of the processes as beans that do nothing but answer where a case stands, as tests told it. */
@Configuration(proxyBeanMethods = false)
@Import(ToldSteps.Answers.class)
class ToldSteps {

    static final Map<String, Object> DONE = Map.of("next", "done");

    @Bean
    Step prepareReview(Answers answers) {
        return answers.step("review.prepare");
    }

    @Bean
    Step readjudicate(Answers answers) {
        return answers.step("dispute.readjudicate");
    }

    @Bean
    Step proceed(Answers answers) {
        return answers.step("dispute.proceed");
    }

    @Bean
    Step prepareCredit(Answers answers) {
        return answers.step("credit.prepare");
    }

    @Bean
    Step proceedCredit(Answers answers) {
        return answers.step("credit.proceed");
    }

    @Bean
    Step postCredit(Answers answers) {
        return answers.step("credit.post");
    }

    /** Asks a person, until two days after {@code from}. */
    static Map<String, Object> ask(String next, int round, Instant from) {
        return Map.of(
                "next",
                next,
                "round",
                round,
                "remindAt",
                from.plusSeconds(86_400).toString(),
                "dueAt",
                from.plusSeconds(2 * 86_400).toString());
    }

    /** Where each case stands; one that is done is closed by the step that says so. */
    static final class Answers {

        private final Map<CaseId, Map<String, Object>> standing = new ConcurrentHashMap<>();
        private final List<String> ran = new CopyOnWriteArrayList<>();
        private final Cases cases;
        private final InstantSource clock;

        Answers(Cases cases, InstantSource clock) {
            this.cases = cases;
            this.clock = clock;
        }

        void tell(CaseId id, Map<String, Object> next) {
            standing.put(id, next);
        }

        /** Each run as {@code job case}, in order. */
        List<String> ran() {
            return List.copyOf(ran);
        }

        private Step step(String job) {
            return new Step() {
                @Override
                public String job() {
                    return job;
                }

                @Override
                public Map<String, Object> run(CaseId id) {
                    return answer(job, id);
                }
            };
        }

        private Map<String, Object> answer(String job, CaseId id) {
            ran.add(job + " " + id);
            Map<String, Object> next = standing.getOrDefault(id, DONE);
            if (next.equals(DONE)) {
                cases.record(id, CaseEvent.bySystem(clock.instant(), "done", Map.of()));
                cases.close(id, "done", clock.instant());
            }
            return next;
        }
    }
}
