package org.shopscore.aggregator.shop.topic;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The loop of this process, from its start to its end. */
@ApplicationScoped
class ShopsTopic {

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final ShopsLoop loop;
    private Thread thread;

    ShopsTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, ShopsBatch batch) {
        loop = new ShopsLoop(new ShopsSettings(bootstrapServers), batch);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("shops").start(loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        thread.join(LAST_WORDS);
    }
}
