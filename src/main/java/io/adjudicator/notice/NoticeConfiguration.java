package io.adjudicator.notice;

import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the courier to work, trusting the certificates that this Java trusts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeConfiguration {

    @Bean
    VettedNames vettedNames(NoticeProperties properties) {
        return new VettedNames(SystemDefaultDnsResolver.INSTANCE, properties.reachable());
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Courier courier(Outgoing outgoing, DeliveryLog log, VettedNames names, InstantSource clock)
            throws NoSuchAlgorithmException {
        return new Courier(outgoing, log, new Sender(names, SSLContext.getDefault()), clock);
    }
}
