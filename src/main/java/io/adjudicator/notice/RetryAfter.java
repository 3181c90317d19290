package io.adjudicator.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** When a receiver that did not take something wants to be asked again (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** Nobody is waited for longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** For one that is overloaded and does not say for how long. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    static Optional<Instant> of(HttpResponse response, Instant now) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue)
                .flatMap(value -> instant(value.strip(), now))
                .map(asked -> asked.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : asked)
                .filter(asked -> asked.isAfter(now))
                .or(() -> overloaded(response.getCode()) ? Optional.of(now.plus(USUAL)) : Optional.empty());
    }

    private static Optional<Instant> instant(String value, Instant now) {
        return SECONDS.matcher(value).matches()
                ? Optional.of(now.plusSeconds(Long.parseLong(value)))
                : Optional.ofNullable(DateUtils.parseStandardDate(value));
    }

    private static boolean overloaded(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
