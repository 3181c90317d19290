package io.adjudicator.notice;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** An HTTP client for addresses that others chose: it goes where it was sent, and trusts nothing that comes back. */
final class SenderConnections {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    /** Long enough for a burst to one receiver, short enough that a receiver which moved is soon found. */
    private static final TimeValue KEPT = TimeValue.ofMinutes(1);

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8_192;

    private SenderConnections() {}

    static CloseableHttpClient client(VettedNames names, SSLContext trust, Duration patience) {
        Timeout silence = Timeout.of(patience);
        return HttpClients.custom()
                .setConnectionManager(connections(names, trust, silence))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(silence)
                        .build())
                .setUserAgent("adjudicator-webhooks")
                .disableRedirectHandling() // would lead to addresses that nobody vetted
                .disableAutomaticRetries() // the schedule's work
                .disableContentCompression() // a small answer can unpack to a huge one
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            VettedNames names, SSLContext trust, Timeout silence) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(silence).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(silence)
                        .setTimeToLive(KEPT)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(1))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .setMaxConnTotal(Hands.MOST)
                .setMaxConnPerRoute(2 * Hands.MOST_PER_WEBHOOK)
                .build();
    }
}
