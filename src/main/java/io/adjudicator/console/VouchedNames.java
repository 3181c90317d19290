package io.adjudicator.console;

import io.adjudicator.access.Accounts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Takes a provider's word for who somebody is, if that is an account here; refuses before there is a session. What the session keeps of the
 * word is the account's name: no claims, no tokens.
 */
final class VouchedNames {

    private final OidcUserService openId = new OidcUserService();
    private final DefaultOAuth2UserService plain = new DefaultOAuth2UserService();
    private final Accounts accounts;

    VouchedNames(Accounts accounts) {
        this.accounts = accounts;
    }

    OidcUser openId(OidcUserRequest request) {
        OidcUser user = named(() -> openId.loadUser(request));
        OidcIdToken token = request.getIdToken();
        return new DefaultOidcUser(
                List.of(),
                new OidcIdToken(
                        "forgotten",
                        token.getIssuedAt(),
                        token.getExpiresAt(),
                        Map.of(IdTokenClaimNames.SUB, known(user, request))));
    }

    /** Providers that know no OpenID, which tell the name on a page of their own. */
    OAuth2User plain(OAuth2UserRequest request) {
        OAuth2User user = named(() -> plain.loadUser(request));
        return new DefaultOAuth2User(
                List.of(), Map.of(IdTokenClaimNames.SUB, known(user, request)), IdTokenClaimNames.SUB);
    }

    private String known(OAuth2User user, OAuth2UserRequest request) {
        String name = user.getName().strip().toLowerCase(Locale.ROOT);
        if (unverified(user, request)) {
            throw new NotVouched(NotVouched.Why.UNVERIFIED, name);
        }
        return switch (accounts.standing(name)) {
            case VOUCHED_FOR -> name;
            case UNKNOWN -> throw new NotVouched(NotVouched.Why.UNKNOWN, name);
            case DISABLED -> throw new NotVouched(NotVouched.Why.DISABLED, name);
            case OWN_PASSWORD -> throw new NotVouched(NotVouched.Why.OWN_PASSWORD, name);
        };
    }

    /** Where people type in their own address, anybody could be anybody until the provider has seen that it is theirs. */
    private static boolean unverified(OAuth2User user, OAuth2UserRequest request) {
        String attribute = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
        Object verified = user.getAttribute(StandardClaimNames.EMAIL_VERIFIED);
        return StandardClaimNames.EMAIL.equals(attribute) && "false".equals(String.valueOf(verified));
    }

    /** Spring Security takes a word without a name for a mistake of ours. */
    private static <U extends OAuth2User> U named(Supplier<U> word) {
        try {
            return word.get();
        } catch (IllegalArgumentException withoutName) {
            throw new NotVouched(NotVouched.Why.NAMELESS, "");
        }
    }
}
