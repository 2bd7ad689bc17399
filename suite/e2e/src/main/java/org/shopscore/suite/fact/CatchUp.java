package org.shopscore.suite.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.shopscore.suite.Endpoint;

/** Waits until nothing is on its way any more: outboxes empty, topic read to its end. */
public final class CatchUp {

    /** Between an outbox row's end and its reader's lag nothing is counted; three quiet looks in a row bridge it. */
    private static final int QUIET_LOOKS = 3;

    private static final Duration BETWEEN = Duration.ofMillis(300);

    /** An aggregator that has just started has no lag because it reads nothing yet. */
    private static final JsonNode NOTHING_OWNED = JsonNodeFactory.instance.arrayNode();

    private final Wire wire;

    public CatchUp(Wire wire) {
        this.wire = wire;
    }

    /** @return false when something was still on its way in the end */
    public boolean within(Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            if (System.nanoTime() > giveUpAt) {
                return false;
            }
            quiet = isQuiet() ? quiet + 1 : 0;
            Thread.sleep(BETWEEN);
        }
        return true;
    }

    private boolean isQuiet() throws InterruptedException {
        var suite = wire.suite();
        for (Endpoint emitter : List.of(suite.logistics(), suite.afterSales(), suite.customerService())) {
            if (!allZero(emitter.management(), "/ops/outbox", "backlog")) {
                return false;
            }
        }
        return allZero(suite.aggregator().management(), "/ops/ingest", "lag");
    }

    private boolean allZero(URI management, String path, String field) throws InterruptedException {
        try {
            var reply = wire.get(management, path);
            var values = reply.json().findValues(field);
            return reply.isGood()
                    && !values.isEmpty()
                    && !NOTHING_OWNED.equals(reply.json().path("partitions"))
                    && values.stream().allMatch(value -> value.asLong(1) == 0);
        } catch (IOException _) {
            return false;
        }
    }
}
