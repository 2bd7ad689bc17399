package org.shopscore.logistics.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What operators watch of the deliveries. */
@ApplicationScoped
class DeliveryMeters {

    private static final String PROVIDER = "provider";

    private final MeterRegistry meters;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Delivery delivery) {
        meters.counter("webhook.deliveries", PROVIDER, delivery.provider(), "state", delivery.state())
                .increment();
        if (delivery instanceof Delivery.Told told) {
            var reading = told.reading();
            count(
                    "carrier.codes.unknown",
                    told.provider(),
                    reading.unknownCodes().size());
            count("carriers.unknown", told.provider(), reading.unknownCarriers().size());
            count("carrier.scans.undated", told.provider(), reading.undated());
            count("carrier.scans.untimely", told.provider(), told.timely().outside());
        }
    }

    private void count(String name, String provider, int number) {
        if (number > 0) {
            meters.counter(name, PROVIDER, provider).increment(number);
        }
    }
}
