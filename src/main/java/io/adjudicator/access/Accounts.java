package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Adds, lists, disables and recognizes the people who sign in to the console. */
@Service
public class Accounts {

    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");

    private static final int LONGEST_DISPLAY_NAME = 200;

    /** Hashed where there is nothing to compare with; opens nothing. */
    private static final String NOBODYS_PASSWORD = "nobody's";

    private final AccountStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;

    Accounts(AccountStore store, PasswordEncoder encoder, InstantSource clock) {
        this.store = store;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** For the command line, which has a database but no service. */
    public static Accounts on(DataSource database, InstantSource clock) {
        return new Accounts(new AccountStore(JdbcClient.create(database)), PasswordText.encoder(), clock);
    }

    /** Adds an account that signs in with a password. Refuses a name that was ever used ({@code account_exists}). */
    public Account add(NewAccount account, String password) {
        refuseUnfit(account);
        PasswordText.refuseUnfit(password, account.name());
        return insert(account, encoder.encode(password));
    }

    /** Adds an account without a password, for which an OpenID provider vouches. */
    public Account addSingleSignOn(NewAccount account) {
        refuseUnfit(account);
        return insert(account, null);
    }

    /** Adds an account with a password that nobody chose. */
    public FirstAccount addWithRandomPassword(NewAccount account) {
        String password = PasswordText.random(random);
        return new FirstAccount(add(account, password), password);
    }

    /** Whoever signs in with this name and password, if that is right and the account not disabled. */
    public Optional<Actor> signIn(String name, String password) {
        Optional<String> hash = NAME.matcher(name).matches() ? store.password(name) : Optional.empty();
        return matches(password, hash) ? actor(name) : Optional.empty();
    }

    /** Whoever is signed in under this name, as long as the account is not disabled. */
    public Optional<Actor> actor(String name) {
        return store.find(name)
                .filter(account -> account.disabledAt().isEmpty())
                .map(Account::actor);
    }

    /** What an OpenID provider's word for a name is worth. */
    public enum Standing {
        VOUCHED_FOR,
        UNKNOWN,
        DISABLED,
        /** Not the provider's to vouch for: some of them let people choose their names. */
        OWN_PASSWORD
    }

    public Standing standing(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Optional.of(wanted)
                .filter(text -> NAME.matcher(text).matches())
                .flatMap(store::find)
                .map(account -> {
                    if (account.disabledAt().isPresent()) {
                        return Standing.DISABLED;
                    }
                    return account.singleSignOn() ? Standing.VOUCHED_FOR : Standing.OWN_PASSWORD;
                })
                .orElse(Standing.UNKNOWN);
    }

    /** Whoever is signed in by an OpenID provider's word for this name, as long as it is worth something. */
    public Optional<Actor> vouchedFor(String name) {
        return standing(name) == Standing.VOUCHED_FOR ? actor(name.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    public List<Account> all() {
        return store.all();
    }

    /** Disables an account for good and ends its sessions. Refuses a name that is not an account's in use ({@code unknown_account}). */
    public void disable(String name) {
        if (!store.disable(name, clock.instant())) {
            throw unknown(name);
        }
        store.endSessions(name);
    }

    /** Gives an account another password and ends its sessions. */
    public void changePassword(String name, String password) {
        PasswordText.refuseUnfit(password, name);
        if (!store.changePassword(name, encoder.encode(password))) {
            throw unknown(name);
        }
        store.endSessions(name);
    }

    /**
     * For a demonstration, on a database without accounts: one account for each role that people have, two in finance because credits
     * take two, and one for each of the given customers. Otherwise none.
     */
    public List<FirstAccount> demonstration(List<CustomerId> customers) {
        if (!store.empty()) {
            return List.of();
        }
        List<NewAccount> wanted = new ArrayList<>(List.of(
                ours("dana", "Dana", Role.DEAL_DESK),
                ours("rhea", "Rhea", Role.REVIEWER),
                ours("lee", "Lee", Role.LEAD),
                ours("fay", "Fay", Role.FINANCE_ADMIN),
                ours("finn", "Finn", Role.FINANCE_ADMIN),
                ours("audrey", "Audrey", Role.AUDITOR)));
        customers.forEach(customer -> wanted.add(
                new NewAccount(customer.value(), "Finance lead of " + customer, Role.CUSTOMER, Optional.of(customer))));
        return wanted.stream().map(this::addWithRandomPassword).toList();
    }

    /** Making a hash takes as long as comparing with one, so an answer's delay does not tell which names there are. */
    private boolean matches(String password, Optional<String> hash) {
        return hash.isPresent()
                ? encoder.matches(password, hash.get())
                : encoder.encode(NOBODYS_PASSWORD).isEmpty();
    }

    private static NewAccount ours(String name, String displayName, Role role) {
        return new NewAccount(name, displayName, role, Optional.empty());
    }

    private Account insert(NewAccount account, @Nullable String password) {
        if (!store.insert(account, password, clock.instant())) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "account_exists",
                    "/name",
                    "expected a name that was never used, but \"" + account.name() + "\" was");
        }
        return store.find(account.name())
                .orElseThrow(() -> new IllegalStateException("expected the account just added, but it is gone"));
    }

    private static void refuseUnfit(NewAccount account) {
        if (!NAME.matcher(account.name()).matches()) {
            throw refused("/name", "expected a name of lower-case letters, digits and . _ @ + -, at most 100");
        }
        if (account.displayName().isBlank() || account.displayName().length() > LONGEST_DISPLAY_NAME) {
            throw refused("/displayName", "expected a display name of 1 to " + LONGEST_DISPLAY_NAME + " characters");
        }
        if (account.role() == Role.SERVICE) {
            throw refused("/role", "expected a role that people have; a product comes with a key");
        }
        if ((account.role() == Role.CUSTOMER) != account.customer().isPresent()) {
            throw refused("/customer", "expected a customer exactly for the role customer");
        }
    }

    private static Refused refused(String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, "bad_account_request", at, message);
    }

    private static Refused unknown(String name) {
        return new Refused(
                Refused.Kind.NOT_FOUND,
                "unknown_account",
                "/name",
                "expected the name of an account in use, but got \"" + name + "\"");
    }
}
