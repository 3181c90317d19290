package io.adjudicator.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adjudicator.Browsing;
import io.adjudicator.access.Accounts;
import io.adjudicator.access.NewAccount;
import io.adjudicator.access.QuickPasswords;
import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.api.TestPostgres;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.embedded.TestTime;
import io.adjudicator.intake.Claim;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.window.CohortId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real port and a real PostgreSQL, without an engine, and a real browser before it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.clock=movable",
            "adjudicator.webhooks.allowed-networks=127.0.0.0/8",
            "adjudicator.contracts-dir=src/test/contracts/disputes"
        })
@Import(QuickPasswords.class)
abstract class ConsoleTest {

    static final String PASSWORD = "correct horse battery";
    /** Of the contracts of these tests. */
    static final Duration WINDOW = Duration.ofHours(72);

    static final CustomerId ACME = new CustomerId("acme");
    static final CustomerId GLOBEX = new CustomerId("globex");

    private static final AtomicInteger CLAIMS = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Adjudicator adjudicator;

    @Autowired
    private JdbcClient jdbc;

    private Instant occurred = Instant.EPOCH;

    private final Map<Role, String> names = new EnumMap<>(Role.class);
    private final Browsing browsing = new Browsing();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Database.URL::toString);
    }

    /** Time only goes on, so each test begins where the one before ended. */
    @BeforeEach
    void begin() {
        TestTime.begin(clock);
        occurred = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        clock.moveTo(occurred.plusSeconds(60));
    }

    /** For a test that is about all of a month: it begins again, in a month that has nothing in it. */
    void beginInNewMonth() {
        clock.moveTo(TestTime.nextMonth(clock.instant()));
        begin();
    }

    /** When the outcomes of this test occur. */
    Instant occurred() {
        return occurred;
    }

    /** The month in which they are booked. */
    String month() {
        return YearMonth.from(occurred.atZone(ZoneOffset.UTC)).toString();
    }

    @AfterEach
    void closeBrowser() {
        browsing.close();
    }

    Browsing browsing() {
        return browsing;
    }

    Accounts accounts() {
        return accounts;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    MovableClock clock() {
        return clock;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** An account of the role, made at first; a customer's belongs to acme. */
    String name(Role role) {
        return names.computeIfAbsent(role, wanted -> {
            String name = wanted.wireName() + PEOPLE.incrementAndGet();
            accounts.add(
                    new NewAccount(
                            name, "Somebody", wanted, wanted == Role.CUSTOMER ? Optional.of(ACME) : Optional.empty()),
                    PASSWORD);
            return name;
        });
    }

    /** One more account of the role. */
    String another(Role role) {
        names.remove(role);
        return name(role);
    }

    Page as(Role role) {
        return as(role, 1280, ColorScheme.LIGHT, true);
    }

    Page as(Role role, int width, ColorScheme scheme, boolean scripts) {
        Page page = browsing.page(width, scheme, scripts);
        page.navigate(address("/console/sign-in"));
        signIn(page, name(role), PASSWORD);
        return page;
    }

    static void signIn(Page page, String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.locator("main button").click();
        page.waitForLoadState();
    }

    /** Claims an outcome whose window is open; returns its id. */
    String claimed(CustomerId customer, Map<String, Object> facts) {
        String id = "c-" + CLAIMS.incrementAndGet();
        Claim claim = new Claim(
                new SourceId("crm", id),
                customer,
                new OutcomeType("support-resolution"),
                "s-" + id,
                occurred,
                occurred,
                "Berlin",
                "chat",
                "refund",
                Optional.of("https://crm.example/" + id),
                facts);
        adjudicator.receive(List.of(claim));
        return claim.outcomeId();
    }

    /** Claims an outcome and moves time past its window. */
    String decided(CustomerId customer, Map<String, Object> facts) {
        String outcome = claimed(customer, facts);
        Instant closed = occurred.plus(WINDOW).plusSeconds(60);
        clock.moveTo(closed.isAfter(clock.instant()) ? closed : clock.instant());
        jdbc.sql("select distinct cohort_id from measurement_window")
                .query(String.class)
                .list()
                .forEach(cohort -> adjudicator.settle(new CohortId(cohort)));
        return outcome;
    }

    private static final class Database {
        static final String URL = TestPostgres.newDatabase();
    }
}
