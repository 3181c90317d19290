package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By IANA's special-purpose address registries. */
class ReachableTest {

    private static final Reachable PUBLIC_ONLY = new Reachable(List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            8.8.8.8              , true  , public
            1.1.1.1              , true  , public
            9.255.255.255        , true  , before 10/8
            10.0.0.0             , false , private
            10.255.255.255       , false , private
            11.0.0.0             , true  , after 10/8
            0.0.0.0              , false , this network
            100.63.255.255       , true  , before shared space
            100.64.0.1           , false , shared space
            100.127.255.255      , false , shared space
            100.128.0.0          , true  , after shared space
            127.0.0.1            , false , loopback
            127.255.255.254      , false , loopback
            169.254.169.254      , false , what clouds answer with secrets
            172.15.255.255       , true  , before 172.16/12
            172.16.0.1           , false , private
            172.31.255.255       , false , private
            172.32.0.0           , true  , after 172.16/12
            192.0.0.1            , false , protocol assignments
            192.0.2.1            , false , documentation
            192.88.99.1          , false , 6to4 relays
            192.168.1.1          , false , private
            192.169.0.1          , true  , after 192.168/16
            198.18.0.1           , false , benchmarks
            198.19.255.255       , false , benchmarks
            198.51.100.7         , false , documentation
            203.0.113.7          , false , documentation
            223.255.255.255      , true  , the last that is public
            224.0.0.1            , false , multicast
            240.0.0.1            , false , reserved
            255.255.255.255      , false , broadcast
            2606:4700:4700::1111 , true  , public
            2a00:1450::1         , true  , public
            ::                   , false , unspecified
            ::1                  , false , loopback
            ::ffff:10.0.0.1      , false , private behind IPv6 notation
            ::ffff:8.8.8.8       , true  , public behind IPv6 notation
            ::7f00:1             , false , loopback in the old IPv4-compatible notation
            64:ff9b::a00:1       , false , private behind NAT64
            64:ff9b:1::a00:1     , false , local NAT64
            100::1               , false , discard
            2001::1              , false , Teredo
            2001:db8::1          , false , documentation
            2001:4860:4860::8888 , true  , public
            2002:a00:1::         , false , private behind 6to4
            3fff::1              , false , documentation
            5f00::1              , false , segment routing
            fc00::1              , false , unique local
            fd12:3456::1         , false , unique local
            fe80::1              , false , link-local
            fec0::1              , false , site-local
            ff02::1              , false , multicast
            """)
    void knowsWhatIsPublic(String address, boolean reachable, String because) {
        assertThat(PUBLIC_ONLY.reaches(InetAddress.ofLiteral(address)))
                .as(because)
                .isEqualTo(reachable);
    }

    @Test
    void allowsWhatTheInstallationAllowsAndNoMore() {
        Reachable allowed = new Reachable(List.of(Network.of("10.1.0.0/16"), Network.of("fd00::/8")));
        assertThat(List.of("10.1.2.3", "fd00::1", "8.8.8.8"))
                .allMatch(address -> allowed.reaches(InetAddress.ofLiteral(address)));
        assertThat(List.of("10.2.0.1", "fc00::1", "127.0.0.1"))
                .noneMatch(address -> allowed.reaches(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "::/129", "localhost/8", "10.0.0/8/8", "", "all", "999.1.1.1/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a network");
    }
}
