package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.notice.Answer.Answered;
import io.adjudicator.notice.Answer.Failure;
import io.adjudicator.notice.Answer.Unanswered;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go and, above all, where they do not. */
class SenderTest {

    private static final Reachable PUBLIC_ONLY = new Reachable(List.of());
    private static final Reachable THIS_MACHINE = new Reachable(List.of(Network.of("127.0.0.0/8")));

    @TempDir
    private Path folder;

    @Test
    void deliversToWhomItTrusts() throws Exception {
        Certificates localhost = Certificates.of("localhost", folder);
        try (Receiver receiver = Receiver.secured(localhost.ofServer())) {
            assertThat(send(receiver.url(), names("localhost", "127.0.0.1"), THIS_MACHINE, localhost.ofClient()))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered -> assertThat(answered.status()).isEqualTo(204));
            assertThat(receiver.told()).hasSize(1);
        }
    }

    @Test
    void tellsNothingToWhomItDoesNotTrust() throws Exception {
        Certificates theirs = Certificates.of("localhost", folder);
        try (Receiver receiver = Receiver.secured(theirs.ofServer())) {
            assertThat(send(receiver.url(), names("localhost", "127.0.0.1"), THIS_MACHINE, SSLContext.getDefault()))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.failure()).isEqualTo(Failure.NOT_TRUSTED));
            assertThat(receiver.told()).isEmpty();
        }
    }

    @Test
    void tellsNothingToOneOfAnotherName() throws Exception {
        Certificates other = Certificates.of("other.example", folder);
        try (Receiver receiver = Receiver.secured(other.ofServer())) {
            assertThat(send(receiver.url(), names("localhost", "127.0.0.1"), THIS_MACHINE, other.ofClient()))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.failure()).isEqualTo(Failure.NOT_TRUSTED));
            assertThat(receiver.told()).isEmpty();
        }
    }

    /** Every way to write this machine's address; the receiver listens there and hears nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "https://127.0.0.1:%d/",
                "https://localhost:%d/",
                "https://localhost.:%d/",
                "https://127.1:%d/",
                "https://2130706433:%d/",
                "https://0x7f000001:%d/",
                "https://0.0.0.0:%d/",
                "https://[::1]:%d/",
                "https://[::ffff:127.0.0.1]:%d/",
                "https://[0:0:0:0:0:0:0:1]:%d/",
                "https://[::]:%d/"
            })
    void connectsToNothingOfThisMachine(String form) throws Exception {
        try (Receiver receiver = Receiver.plain()) {
            WebhookUrl.of(form.formatted(receiver.port()))
                    .ifPresent(url -> assertThat(
                                    send(url, SystemDefaultDnsResolver.INSTANCE, PUBLIC_ONLY, defaultTrust()))
                            .isInstanceOfSatisfying(
                                    Unanswered.class,
                                    unanswered ->
                                            assertThat(unanswered.failure()).isEqualTo(Failure.NO_PUBLIC_ADDRESS)));
            assertThat(receiver.told()).isEmpty();
        }
    }

    @Test
    void refusesANameOfWhichOneAddressIsInside() throws Exception {
        try (Receiver receiver =
                Receiver.secured(Certificates.of("localhost", folder).ofServer())) {
            assertThat(send(
                            "https://hooks.example:" + receiver.port() + "/",
                            names("hooks.example", "127.0.0.1", "10.0.0.1"),
                            THIS_MACHINE,
                            defaultTrust()))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.failure()).isEqualTo(Failure.NO_PUBLIC_ADDRESS));
        }
    }

    /** DNS rebinding: a name that is harmless when it is vetted and leads inside when it is looked up once more. */
    @Test
    void looksANameUpOnceAndGoesToThatVeryAddress() throws Exception {
        Certificates hooks = Certificates.of("hooks.example", folder);
        List<String> lookedUp = new ArrayList<>();
        try (Receiver receiver = Receiver.secured(hooks.ofServer())) {
            DnsResolver rebinding = new InMemoryDnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    lookedUp.add(host);
                    return new InetAddress[] {
                        InetAddress.ofLiteral(lookedUp.size() == 1 ? "127.0.0.1" : "169.254.169.254")
                    };
                }
            };
            assertThat(send(
                            "https://hooks.example:" + receiver.port() + "/",
                            rebinding,
                            THIS_MACHINE,
                            hooks.ofClient()))
                    .isInstanceOf(Answered.class);
            assertThat(lookedUp).containsExactly("hooks.example");
            assertThat(receiver.told()).hasSize(1);
        }
    }

    /** No proxy of the environment stands between the address that was vetted and the one that is reached. */
    @Test
    void asksNoProxyOfTheEnvironment() throws Exception {
        Certificates localhost = Certificates.of("localhost", folder);
        try (Receiver receiver = Receiver.secured(localhost.ofServer());
                Receiver proxy = Receiver.plain()) {
            System.setProperty("https.proxyHost", "127.0.0.1");
            System.setProperty("https.proxyPort", Integer.toString(proxy.port()));
            send(receiver.url(), names("localhost", "127.0.0.1"), THIS_MACHINE, localhost.ofClient());
            assertThat(receiver.told()).hasSize(1);
            assertThat(proxy.told()).isEmpty();
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://hooks.example/in?a=b      , true
            https://hooks.example:8443/in     , true
            HTTPS://hooks.example/            , true
            http://127.0.0.1:8080/in          , true
            http://localhost:8080/in          , true
            http://[::1]:8080/in              , true
            http://hooks.example/in           , false
            http://127.0.0.2/in               , false
            https://user@hooks.example/in     , false
            https://user:word@hooks.example/  , false
            https://hooks.example/in#part     , false
            https:///in                       , false
            https:hooks.example               , false
            https://hooks.example:70000/      , false
            ftp://hooks.example/in            , false
            file:///etc/passwd                , false
            gopher://hooks.example/           , false
            jar:https://hooks.example/a!/b    , false
            //hooks.example/in                , false
            hooks.example                     , false
            https://hooks example/            , false
            """)
    void takesHttpsAlone(String url, boolean taken) {
        assertThat(WebhookUrl.of(url).isPresent()).isEqualTo(taken);
    }

    private static SSLContext defaultTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a default trust, but there is none", e);
        }
    }

    private static DnsResolver names(String name, String... addresses) {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.ofLiteral(addresses[i]);
        }
        names.add(name, found);
        return names;
    }

    private static Answer send(String url, DnsResolver names, Reachable reachable, SSLContext trust) {
        return send(WebhookUrl.of(url).orElseThrow(), names, reachable, trust);
    }

    private static Answer send(WebhookUrl url, DnsResolver names, Reachable reachable, SSLContext trust) {
        try (Sender sender = new Sender(new VettedNames(names, reachable), trust)) {
            return sender.send(
                    new Parcel(
                            1,
                            1,
                            0,
                            new WebhookId("wh_0123456789abcdef01234567"),
                            url,
                            "msg_a",
                            NoticeType.DECISION_ISSUED,
                            "{}",
                            List.of(SigningSecret.random(new SecureRandom()))),
                    Instant.parse("2026-07-02T00:00:00Z"));
        }
    }
}
