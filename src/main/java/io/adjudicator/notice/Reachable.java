package io.adjudicator.notice;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to. Customers name addresses and the service stands inside the operator's network, so without this
 * they could reach what stands there too (server-side request forgery).
 *
 * @param allowed networks that are not public and may be reached all the same
 */
record Reachable(List<Network> allowed) {

    /** IANA's special-purpose and multicast registries for IPv4. */
    private static final List<Network> NOT_PUBLIC_4 = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // behind a provider's address translation
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local; clouds answer with their secrets here
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // former 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/3") // multicast, reserved, broadcast
            .map(Network::of)
            .toList();

    /** The only part of IPv6 that is given out for the public; translations of IPv4 addresses lie outside. */
    private static final Network PUBLIC_6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_6 = Stream.of(
                    "2001::/23", // protocol assignments, among them Teredo, which carries IPv4 addresses
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4 carries IPv4 addresses
                    "3fff::/20") // documentation
            .map(Network::of)
            .toList();

    Reachable {
        allowed = List.copyOf(allowed);
    }

    boolean reaches(InetAddress address) {
        return isPublic(address) || contain(allowed, address);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet6Address
                ? PUBLIC_6.contains(address) && !contain(NOT_PUBLIC_6, address)
                : !contain(NOT_PUBLIC_4, address);
    }

    private static boolean contain(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
