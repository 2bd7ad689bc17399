package org.shopscore.logistics.webhook.delivery;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.protocol.Protocols;

/** Reads deliveries, each by the adapter of its provider; one that cannot be read is broken and stops no other. */
@ApplicationScoped
public class Readers {

    private static final Logger LOG = Logger.getLogger(Readers.class);

    private final Protocols protocols;
    private final Clock clock;
    private final Map<String, Adapter> adapters;

    Readers(Protocols protocols, Clock clock, @Any Instance<Adapter> adapters) {
        this.protocols = protocols;
        this.clock = clock;
        this.adapters = adapters.stream().collect(Collectors.toMap(Adapter::provider, Function.identity()));
    }

    public boolean knows(String provider) {
        return adapters.containsKey(provider);
    }

    Delivery read(Row row) {
        long id = row.getLong("id");
        var provider = row.getString("provider");
        try {
            return delivery(id, provider, adapters.get(provider).read(document(row, provider)));
        } catch (Unreadable e) {
            return new Delivery.Broken(id, provider, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(
                    "delivery=unread id=%d provider=%s cause=%s",
                    id, provider, e.getClass().getName());
            return new Delivery.Broken(
                    id, provider, "the adapter failed with " + e.getClass().getSimpleName());
        }
    }

    private Delivery delivery(long id, String provider, Reading reading) {
        return reading.isRefused()
                ? new Delivery.Broken(id, provider, String.join("; ", reading.refusals()))
                : new Delivery.Told(id, provider, reading, Timely.of(reading.updates(), clock.instant()));
    }

    /** What was pushed comes in the provider's wrapping, what was fetched comes bare. */
    private Document document(Row row, String provider) throws Unreadable {
        var body = row.getBuffer("body").getBytes();
        if (Arrival.isFetched(row.getString("endpoint_id"))) {
            return Document.of(body).askedFor(Optional.ofNullable(row.getString("waybill")));
        }
        return protocols
                .of(provider)
                .orElseThrow(() -> new Unreadable("nobody pushes as " + provider))
                .document(body);
    }
}
