package org.shopscore.logistics.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Writes what has come in, many in one statement. */
final class ArrivalRows {

    private static final String INSERT = """
            insert into webhook_delivery (provider, endpoint_id, event_key, waybill, body, received_at, state, due_at)
            select *, $6, 'NEW', clock_timestamp() from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[])
            on conflict (provider, endpoint_id, event_key) do nothing
            returning provider, endpoint_id, event_key""";

    /** @return the keys that were new; sorted, so that two who insert the same ones do not wait for each other */
    static Uni<Set<Arrival.Key>> insert(Pool pool, List<Arrival> arrivals, Instant now) {
        var sorted =
                arrivals.stream().sorted(Comparator.comparing(Arrival::key)).toList();
        var values = Tuple.tuple()
                .addValue(column(sorted, String[]::new, Arrival::provider))
                .addValue(column(sorted, String[]::new, Arrival::endpointId))
                .addValue(column(sorted, String[]::new, Arrival::eventKey))
                .addValue(column(
                        sorted, String[]::new, arrival -> arrival.waybill().orElse(null)))
                .addValue(column(sorted, Buffer[]::new, Arrival::body))
                .addValue(now.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(INSERT)
                .execute(values)
                .map(rows -> rows.stream().map(ArrivalRows::key).collect(Collectors.toSet()));
    }

    private static Arrival.Key key(Row row) {
        return new Arrival.Key(row.getString("provider"), row.getString("endpoint_id"), row.getString("event_key"));
    }

    private static <T> T[] column(List<Arrival> arrivals, IntFunction<T[]> array, Function<Arrival, T> of) {
        return arrivals.stream().map(of).toArray(array);
    }

    private ArrivalRows() {}
}
