package org.shopscore.aftersales.review;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Facts that cannot be used: told in the log, counted, and left behind, because one of them must not stop the others. */
@Startup
@ApplicationScoped
class PoisonFacts {

    private static final Logger LOG = Logger.getLogger(PoisonFacts.class);

    private final Counter count;

    PoisonFacts(MeterRegistry registry) {
        count = Counter.builder("order.facts.poison")
                .description("Records of order-facts that could not be used")
                .register(registry);
    }

    void note(String where, RuntimeException why) {
        count.increment();
        LOG.warnf("poison facts: at=%s reason=\"%s\"", where, why.getMessage());
    }
}
