package io.adjudicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.api.TestPostgres;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

class AccountsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String PASSWORD = "correct horse battery";

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private Accounts accounts = accounts();

    @BeforeEach
    void createDatabase() {
        database.setUrl(TestPostgres.newDatabase());
        accounts = accounts();
    }

    @Test
    void letsInWhoeverKnowsThePassword() {
        accounts.add(rhea(), PASSWORD);
        assertThat(accounts.signIn("rhea", PASSWORD))
                .contains(new Actor("user:rhea", "Rhea", Role.REVIEWER, Optional.empty()));
        assertThat(accounts.signIn("rhea", PASSWORD + "!")).isEmpty();
        assertThat(accounts.signIn("nobody", PASSWORD)).isEmpty();
    }

    @Test
    void keepsNoPassword() {
        FirstAccount first = accounts.addWithRandomPassword(rhea());
        String row = jdbc().sql("select account::text from account")
                .query(String.class)
                .single();
        assertThat(row).contains("{bcrypt}").doesNotContain(first.password());
        assertThat(first.toString()).doesNotContain(first.password());
        assertThat(accounts.signIn("rhea", first.password())).isPresent();
    }

    /** Two to the power of twelve rounds: a hash of fewer is one to replace, a hash of as many is not. */
    @ParameterizedTest
    @CsvSource({"11, true", "12, false"})
    void hashesSlowlyInProduction(int strength, boolean weaker) {
        String hash = "{bcrypt}$2a$" + strength + "$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";
        assertThat(new AccessConfiguration().passwordEncoder().upgradeEncoding(hash))
                .isEqualTo(weaker);
    }

    /** Otherwise the time that an answer takes would tell which names there are. */
    @ParameterizedTest
    @ValueSource(strings = {"rhea", "sso", "gone", "nobody", "no\u0000name"})
    void hashesOnceWhateverTheName(String name) {
        accounts.add(rhea(), PASSWORD);
        accounts.add(new NewAccount("gone", "Gone", Role.LEAD, Optional.empty()), PASSWORD);
        accounts.disable("gone");
        accounts.addSingleSignOn(new NewAccount("sso", "Sso", Role.LEAD, Optional.empty()));
        Counting counting = new Counting(new AtomicInteger());
        assertThat(accounts(counting).signIn(name, "not the password")).isEmpty();
        assertThat(counting.hashed()).hasValue(1);
    }

    private record Counting(AtomicInteger hashed) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            hashed.incrementAndGet();
            return QuickPasswords.encoder().encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashed.incrementAndGet();
            return QuickPasswords.encoder().matches(password, hash);
        }
    }

    @Test
    void turnsAwayWhoeverIsDisabledAndNeverGivesTheNameAway() {
        accounts.add(rhea(), PASSWORD);
        accounts.disable("rhea");
        assertThat(accounts.signIn("rhea", PASSWORD)).isEmpty();
        assertThat(accounts.actor("rhea")).isEmpty();
        assertThat(accounts.all())
                .singleElement()
                .satisfies(account -> assertThat(account.disabledAt()).contains(NOW));
        assertThatThrownBy(() -> accounts.add(rhea(), PASSWORD))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("account_exists"));
        assertThatThrownBy(() -> accounts.disable("rhea"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("unknown_account"));
    }

    @Test
    void changesAPasswordAndEndsItsSessions() {
        accounts.add(rhea(), PASSWORD);
        jdbc().sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name)
                        values ('1', '1', 0, 0, 1800, 0, 'rhea'), ('2', '2', 0, 0, 1800, 0, 'lee')
                        """).update();
        accounts.changePassword("rhea", "another long one");
        assertThat(accounts.signIn("rhea", PASSWORD)).isEmpty();
        assertThat(accounts.signIn("rhea", "another long one")).isPresent();
        assertThat(jdbc().sql("select principal_name from spring_session")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("lee"));
    }

    @Test
    void letsNobodyInWithoutAPasswordOfItsOwn() {
        accounts.addSingleSignOn(rhea());
        assertThat(accounts.signIn("rhea", "")).isEmpty();
        assertThat(accounts.vouchedFor("Rhea")).isPresent();
    }

    @Test
    void letsNoProviderVouchForAnAccountWithAPassword() {
        accounts.add(rhea(), PASSWORD);
        assertThat(accounts.vouchedFor("rhea")).isEmpty();
    }

    @Test
    void makesDemonstrationAccountsOnce() {
        List<CustomerId> customers = List.of(new CustomerId("northwind"));
        List<FirstAccount> first = accounts.demonstration(customers);
        assertThat(first)
                .extracting(account -> account.account().role())
                .contains(Role.DEAL_DESK, Role.REVIEWER, Role.LEAD, Role.FINANCE_ADMIN, Role.CUSTOMER, Role.AUDITOR);
        assertThat(accounts.demonstration(customers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # name , role     , customer  , password              , code
            Rhea   , REVIEWER ,           , correct horse battery , bad_account_request
            rhea   , SERVICE  ,           , correct horse battery , bad_account_request
            rhea   , CUSTOMER ,           , correct horse battery , bad_account_request
            rhea   , REVIEWER , northwind , correct horse battery , bad_account_request
            rhea   , REVIEWER ,           , short                 , bad_password
            rhea   , REVIEWER ,           , i am rhea and nobody , bad_password
            """)
    void refusesAnAccountThatCannotBe(String name, Role role, String customer, String password, String code) {
        NewAccount wanted =
                new NewAccount(name, "x", role, Optional.ofNullable(customer).map(CustomerId::new));
        assertThatThrownBy(() -> accounts.add(wanted, password))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            update account set role = 'lead'
            update account set display_name = 'Somebody else'
            delete from account
            truncate account
            """)
    void isGuardedByTheDatabaseItself(String statement) {
        accounts.add(rhea(), PASSWORD);
        assertThatThrownBy(() -> jdbc().sql(statement).update()).hasMessageContaining("expected");
    }

    private static NewAccount rhea() {
        return new NewAccount("rhea", "Rhea", Role.REVIEWER, Optional.empty());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    private Accounts accounts() {
        return accounts(QuickPasswords.encoder());
    }

    private Accounts accounts(PasswordEncoder encoder) {
        return new Accounts(new AccountStore(JdbcClient.create(database)), encoder, InstantSource.fixed(NOW));
    }
}
