package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.Application;
import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The Consumer Financial Protection Bureau's real complaints: 3,186 closed ones, 595 of which the consumer disputed. */
class ComplaintsAcceptanceTest {

    private static final Path FILE = Path.of("..", "shared", "data", "cfpb-complaints", "complaints.csv");
    private static final int CLOSED = 3_186;
    private static final int DISPUTED = 595;

    /** Of the disputed ones, those where the company gave relief: 41 non-monetary, 16 monetary. */
    private static final int WITH_RELIEF = 57;

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
    private static final CustomerId BUREAU = new CustomerId("bureau");

    @TempDir
    private Path directory;

    private Optional<ConfigurableApplicationContext> service = Optional.empty();

    @BeforeEach
    void start() {
        if (!Files.exists(FILE)) {
            assertThat(System.getenv("CI"))
                    .as("the complaints are needed here: %s", FILE)
                    .isNotEqualTo("true");
            Assumptions.abort("NOT TESTED: the real complaints are not here (" + FILE + ")");
        }
        service = Optional.of(new SpringApplicationBuilder(Application.class)
                .run(
                        "--adjudicator.data-dir=" + directory.resolve("data"),
                        "--adjudicator.contracts-dir=src/test/contracts/complaints",
                        "--server.port=0",
                        "--spring.main.register-shutdown-hook=false"));
    }

    @AfterEach
    void stop() {
        service.ifPresent(ConfigurableApplicationContext::close);
    }

    @Test
    void everyDisputeIsOneTaskAndOneAnswerAlsoThroughARestart() throws IOException {
        List<CSVRecord> complaints = complaints();
        assertThat(complaints).hasSize(CLOSED);
        send(complaints);
        List<Integer> disputed = IntStream.range(0, CLOSED)
                .filter(row -> complaints.get(row).get("Consumer disputed?").equals("Yes"))
                .boxed()
                .toList();
        assertThat(disputed).hasSize(DISPUTED);
        Http customer = as(Role.CUSTOMER);
        disputed.subList(0, DISPUTED / 2).forEach(row -> raise(customer, row));
        stop();
        start();
        Http again = as(Role.CUSTOMER);
        disputed.forEach(row -> raise(again, row)); // the first half once more, as a sender does who saw no answer
        await().atMost(BOUND).until(() -> count("select count(*) from task where state = 'OPEN'") == DISPUTED);
        decide(complaints, disputed);
        await().atMost(BOUND)
                .until(() -> count("select count(*) from dispute_standing where state in ('UPHELD', 'REJECTED')")
                        == DISPUTED);
        assertThat(count("select count(*) from dispute")).isEqualTo(DISPUTED);
        assertThat(count("select count(*) from task")).isEqualTo(DISPUTED);
        assertThat(count("select count(*) from task where state = 'DONE'")).isEqualTo(DISPUTED);
        assertThat(count("select count(*) from dispute_answer")).isEqualTo(DISPUTED);
        assertThat(count("select count(*) from dispute_standing where state = 'UPHELD'"))
                .isEqualTo(WITH_RELIEF);
        assertThat(count("select count(*) from decision where number = 2 and verdict = 'NOT_BILLABLE'"))
                .isEqualTo(WITH_RELIEF);
        assertThat(count("select count(*) from decision")).isEqualTo(CLOSED + WITH_RELIEF);
        assertThat(count("select sum(amount) from posting where account = 'RECEIVABLE'"))
                .isEqualTo(2L * (CLOSED - WITH_RELIEF));
    }

    private static List<CSVRecord> complaints() throws IOException {
        try (Reader file = Files.newBufferedReader(FILE)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(file)
                    .getRecords();
        }
    }

    private void send(List<CSVRecord> complaints) {
        String lines = IntStream.range(0, CLOSED)
                .mapToObj(row -> claim(row, complaints.get(row)))
                .collect(Collectors.joining("\n"));
        List<JsonNode> answers = as(Role.SERVICE)
                .post("/v1/batches", "application/x-ndjson", lines)
                .lines();
        assertThat(answers.getLast().toString()).contains("\"complete\":true");
        assertThat(count("select count(*) from decision where verdict = 'BILLABLE'"))
                .isEqualTo(CLOSED);
    }

    private static String claim(int row, CSVRecord complaint) {
        LocalDate received = LocalDate.parse(complaint.get("Date received"), DAY);
        return "{'type': 'claim', 'source': 'register', 'id': '%d', 'customer': 'bureau', 'outcomeType': 'support-resolution', 'session': '%d', 'occurredAt': '%sT12:00:00Z', 'account': '%s', 'channel': '%s', 'workflowType': '%s', 'facts': {'topic': '%s'}}"
                .formatted(
                        row,
                        row,
                        received,
                        plain(complaint.get("Company")),
                        plain(complaint.get("Submitted via")),
                        plain(complaint.get("Product")),
                        plain(complaint.get("Issue")))
                .replace('\'', '"');
    }

    /** Without what would end a text of JSON. */
    private static String plain(String text) {
        return text.replaceAll("['\"\\\\]", " ").strip();
    }

    private static void raise(Http customer, int row) {
        Http.Reply reply = customer.postJson(
                "/v1/disputes",
                "{'customer': 'bureau', 'id': 'complaint-%d', 'reason': 'consumer_disputed', 'outcomes': ['%s']}"
                        .formatted(row, outcome(row)));
        assertThat(reply.status()).as(reply.text()).isIn(200, 201);
    }

    private static String outcome(int row) {
        return new SourceId("register", Integer.toString(row)).derived("oc");
    }

    /** Many at a time, each kind of answer for itself, after a preview. */
    private void decide(List<CSVRecord> complaints, List<Integer> disputed) {
        List<String> relief = disputed.stream()
                .filter(row ->
                        complaints.get(row).get("Company response to consumer").endsWith("relief"))
                .map(ComplaintsAcceptanceTest::outcome)
                .toList();
        List<String> upheld = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        Http reviewer = as(Role.REVIEWER);
        String cursor = "";
        do {
            JsonNode page = reviewer.get("/v1/tasks?kind=review-dispute&state=OPEN&limit=500" + cursor)
                    .json();
            page.path("tasks").valueStream().forEach(task -> {
                String seen = "{'id': '%s', 'version': %d}"
                        .formatted(
                                task.path("id").asString(), task.path("version").asInt());
                String outcome = task.path("subject").asString().split(":", 2)[0];
                (relief.contains(outcome) ? upheld : rejected).add(seen);
            });
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(upheld).hasSize(WITH_RELIEF);
        decide(reviewer, upheld, "upheld");
        for (int from = 0; from < rejected.size(); from += 100) {
            decide(reviewer, rejected.subList(from, Math.min(from + 100, rejected.size())), "rejected");
        }
    }

    private static void decide(Http reviewer, List<String> tasks, String answer) {
        String many = "{'tasks': %s, 'decision': {'answer': '%s', 'reason': 'As the company responded.'}}"
                .formatted(tasks, answer);
        Http.Reply preview = reviewer.postJson("/v1/reviews/decisions/preview", many);
        assertThat(preview.json().path("effects").size()).isEqualTo(answer.equals("upheld") ? tasks.size() : 0);
        Http.Reply decided = reviewer.postJson("/v1/reviews/decisions", many);
        assertThat(decided.json().path("tasks").asInt()).as(decided.text()).isEqualTo(tasks.size());
    }

    private Http as(Role role) {
        Optional<CustomerId> customer = role == Role.CUSTOMER ? Optional.of(BUREAU) : Optional.empty();
        ConfigurableApplicationContext context = service.orElseThrow();
        String key = context.getBean(Keys.class).create(role, customer, "test").text();
        return new Http(
                context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), Optional.of(key));
    }

    private long count(String query) {
        return service.orElseThrow()
                .getBean(JdbcClient.class)
                .sql(query)
                .query(Long.class)
                .single();
    }
}
