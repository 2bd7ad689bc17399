package org.shopscore.aggregator.change;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way.
 *
 * @param number grows with each event of a key: a reader drops what is not above the last one
 */
public record ToldEvent(long number, UUID id, String shopId, String key, String type, Instant time, String data) {

    static ToldEvent of(Row row) {
        return new ToldEvent(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getString("shop_id"),
                row.getString("key"),
                row.getString("type"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getString("data"));
    }
}
