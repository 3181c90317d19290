package io.adjudicator.notice;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may change.
 *
 * @param allowedNetworks that are not public and may be sent to all the same, such as {@code 127.0.0.0/8} in a demo
 */
@ConfigurationProperties("adjudicator.webhooks")
record NoticeProperties(@DefaultValue List<String> allowedNetworks) {

    Reachable reachable() {
        return new Reachable(allowedNetworks.stream().map(Network::of).toList());
    }
}
