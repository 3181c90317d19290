package io.adjudicator.console;

import java.util.Locale;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A provider's word lets nobody in here. */
final class NotVouched extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String name;

    /** What is wrong with it; each is said on the sign-in page. */
    enum Why {
        UNKNOWN,
        DISABLED,
        OWN_PASSWORD,
        UNVERIFIED,
        NAMELESS;

        /** In the sign-in page's address. */
        String parameter() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    NotVouched(Why why, String name) {
        super(new OAuth2Error(why.parameter()), "expected the word for an account, but it is " + why.parameter());
        this.why = why;
        this.name = name;
    }

    Why why() {
        return why;
    }

    /** Whom the provider spoke of. */
    String name() {
        return name;
    }
}
