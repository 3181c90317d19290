package io.adjudicator.access;

/**
 * An account that was just made with a password nobody chose: the only moment at which it can be read.
 *
 * @param password for the sign-in page
 */
public record FirstAccount(Account account, String password) {

    /** Without the password, because somebody will log it. */
    @Override
    public String toString() {
        return "FirstAccount[" + account.name() + "]";
    }
}
