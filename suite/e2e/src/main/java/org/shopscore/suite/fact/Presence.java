package org.shopscore.suite.fact;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.shopscore.suite.Endpoint;

/** Whether a suite is there to talk to. */
public final class Presence {

    private final Wire wire;

    public Presence(Wire wire) {
        this.wire = wire;
    }

    /** One line that says which services do not answer and what to do; empty when all are ready. */
    public Optional<String> whatIsMissing() throws InterruptedException {
        var suite = wire.suite();
        var services = new LinkedHashMap<String, Endpoint>();
        services.put("logistics-svc", suite.logistics());
        services.put("after-sales-svc", suite.afterSales());
        services.put("customer-service-svc", suite.customerService());
        services.put("score-aggregator-svc", suite.aggregator());
        for (var service : services.entrySet()) {
            if (!isReady(service.getValue())) {
                return Optional.of(service.getKey() + " is not ready at "
                        + service.getValue().management() + ": start the suite with ./shopscore up first");
            }
        }
        return Optional.empty();
    }

    private boolean isReady(Endpoint service) throws InterruptedException {
        try {
            return wire.get(service.management(), "/q/health/ready").isGood();
        } catch (IOException _) {
            return false;
        }
    }
}
