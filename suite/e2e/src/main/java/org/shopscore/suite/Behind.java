package org.shopscore.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.shopscore.platform.LocalProcess;
import org.shopscore.suite.fact.Wire;

/** How far a process is behind: an emitter by its outbox, the aggregator by the topic. */
final class Behind implements AutoCloseable {

    private final Suite suite;
    private final Wire wire;

    Behind(Suite suite, Wire wire) {
        this.suite = suite;
        this.wire = wire;
    }

    String of(LocalProcess process) throws InterruptedException {
        for (Service service : Service.values()) {
            if (service.module().equals(process.name()) && process.ready()) {
                return service == Service.AGGREGATOR
                        ? TopicLag.of(suite.platform())
                        : outbox(service.in(suite.endpoints()));
            }
        }
        return "";
    }

    private String outbox(Endpoint endpoint) throws InterruptedException {
        try {
            JsonNode outbox = wire.get(endpoint.management(), "/ops/outbox").json();
            return "outbox %d rows, oldest %d ms"
                    .formatted(
                            outbox.path("backlog").asLong(),
                            outbox.path("oldestAgeMillis").asLong());
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
