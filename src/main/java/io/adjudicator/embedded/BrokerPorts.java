package io.adjudicator.embedded;

import java.util.List;
import java.util.Map;

/** The five ports of one broker, all on the loopback interface, kept for the life of the service. */
record BrokerPorts(int grpc, int rest, int management, int command, int internal) {

    /** Chosen free; the one that people connect other tools to may be configured ({@code 0}: free as well). */
    static BrokerPorts free(int configuredGrpc) {
        List<Integer> free = FreePorts.take(5);
        int grpc = configuredGrpc == 0 ? free.get(0) : configuredGrpc;
        return new BrokerPorts(grpc, free.get(1), free.get(2), free.get(3), free.get(4));
    }

    /** The web server stops at once: waiting for callers would mean half a minute for idle connections that they keep for their next call. */
    Map<String, String> settings() {
        String loopback = "127.0.0.1";
        return Map.of(
                "ZEEBE_BROKER_NETWORK_HOST",
                loopback,
                "ZEEBE_BROKER_GATEWAY_NETWORK_HOST",
                loopback,
                "ZEEBE_BROKER_GATEWAY_NETWORK_PORT",
                Integer.toString(grpc),
                "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT",
                Integer.toString(command),
                "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT",
                Integer.toString(internal),
                "SERVER_ADDRESS",
                loopback,
                "SERVER_PORT",
                Integer.toString(rest),
                "MANAGEMENT_SERVER_ADDRESS",
                loopback,
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(management),
                "SERVER_SHUTDOWN",
                "immediate");
    }
}
