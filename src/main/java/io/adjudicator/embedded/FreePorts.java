package io.adjudicator.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ports of the loopback interface that nobody listens on. */
final class FreePorts {

    /** Below Linux's range for outgoing connections (from 32768), which could take a port between probe and use. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private FreePorts() {}

    static List<Integer> take(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        for (int tries = 0; ports.size() < count; tries++) {
            if (tries > 1_000) {
                throw new IllegalStateException("expected " + count + " free ports between " + FROM + " and " + TO
                        + ", but found " + ports.size());
            }
            int port = RANDOM.nextInt(FROM, TO);
            if (free(port)) {
                ports.add(port);
            }
        }
        return List.copyOf(ports);
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
