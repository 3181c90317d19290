package io.adjudicator.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept on this machine.
 *
 * @param dataDir what must survive a restart; one installation each
 * @param cacheDir programs that were unpacked; shared by all installations of a user, may be deleted at any time
 */
@ConfigurationProperties("adjudicator")
record EmbeddedProperties(
        @DefaultValue("data") Path dataDir,
        Path cacheDir,
        @DefaultValue Ports embedded) {

    /** Zero: any free port. */
    record Ports(
            @DefaultValue("0") int postgresPort,
            @DefaultValue("0") int zeebePort) {}
}
