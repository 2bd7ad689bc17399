package org.shopscore.aggregator.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.official.run.Pace;
import org.shopscore.aggregator.tile.MeasureBook;

/** The loop of this process, from its start to its end. */
@ApplicationScoped
class Ingest {

    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final IngestLoop loop;
    private Thread thread;

    Ingest(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "score.fold-every") Duration foldEvery,
            Pace pace,
            Pool pool,
            MeasureBook book,
            Announcer announcer,
            MeterRegistry registry,
            Clock clock) {
        loop = new IngestLoop(
                IngestSettings.of(bootstrapServers, foldEvery, pace),
                pool,
                book,
                announcer,
                new IngestMetrics(registry),
                clock);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("ingest").start(loop);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        thread.join(LAST_WORDS);
    }

    IngestStatus status() {
        return loop.status();
    }
}
