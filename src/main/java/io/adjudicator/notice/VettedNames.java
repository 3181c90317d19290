package io.adjudicator.notice;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up, and knows none that leads where nothing may be sent. The connection is made to the very addresses that were
 * vetted: a name that answers differently when asked again (DNS rebinding) is not asked again.
 */
record VettedNames(DnsResolver names, Reachable reachable) implements DnsResolver {

    /** One address of several that may not be reached is reason enough: nobody means to have such a name. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (addresses == null
                || addresses.length == 0
                || !Arrays.stream(addresses).allMatch(reachable::reaches)) {
            // The same words as for a name that is not there, so that nobody learns the names of an inner network here.
            throw new UnknownHostException("expected a name with public addresses");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host; // as it is: certificates are checked against what was asked for
    }
}
