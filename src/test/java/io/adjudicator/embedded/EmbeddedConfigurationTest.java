package io.adjudicator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(EmbeddedConfiguration.class, TimeConfiguration.class)
            .withPropertyValues("adjudicator.cache-dir=" + TestCache.PATH);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # PostgreSQL                                       | Zeebe
            spring.datasource.url=jdbc:postgresql://db/outcome | adjudicator.zeebe.grpc-address=https://zeebe:26500
            adjudicator.embedded.postgres=false                | adjudicator.zeebe.rest-address=http://zeebe:8080
            spring.datasource.url=jdbc:postgresql://db/outcome | adjudicator.embedded.zeebe=false
            """, delimiter = '|')
    void startsNothingThatIsConfiguredElsewhereOrSwitchedOff(String postgres, String zeebe) {
        context.withPropertyValues(postgres, zeebe)
                .run(started -> assertThat(started)
                        .doesNotHaveBean(EmbeddedPostgresServer.class)
                        .doesNotHaveBean(JdbcConnectionDetails.class)
                        .doesNotHaveBean(EmbeddedZeebeBroker.class));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # clock  | movable
            system   | false
            movable  | true
            """, delimiter = '|')
    void hasOneSourceOfTime(String clock, boolean movable) {
        context.withPropertyValues(
                        "adjudicator.embedded.postgres=false",
                        "adjudicator.embedded.zeebe=false",
                        "adjudicator.clock=" + clock)
                .run(started -> assertThat(started.getBean(InstantSource.class) instanceof MovableClock)
                        .isEqualTo(movable));
    }

    @Test
    void runsWithTheSystemUnlessToldOtherwise() {
        context.withPropertyValues("adjudicator.embedded.postgres=false", "adjudicator.embedded.zeebe=false")
                .run(started ->
                        assertThat(started).hasSingleBean(InstantSource.class).doesNotHaveBean(MovableClock.class));
    }
}
