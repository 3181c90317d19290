package io.adjudicator.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Tells the operator what waits to be sent and who does not take it. */
@Component
class NoticeMeters {

    NoticeMeters(MeterRegistry registry, DeliveryStore deliveries, WebhookStore webhooks, InstantSource clock) {
        Gauge.builder("adjudicator.webhooks.due", () -> deliveries.due(clock.instant()))
                .register(registry);
        Gauge.builder("adjudicator.webhooks.failing", webhooks::failing).register(registry);
    }
}
