package org.shopscore.logistics.webhook.endpoint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of the endpoints. */
final class EndpointRows {

    private static final String COLUMNS = "provider, endpoint_id, secrets, sources, customer, enabled, version";
    private static final String ALL = "select " + COLUMNS + " from webhook_endpoint";
    private static final String SAVE = "insert into webhook_endpoint (" + COLUMNS + ", changed_at)" + """
             values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (provider, endpoint_id) do update set secrets = excluded.secrets, sources = excluded.sources,
              customer = excluded.customer, enabled = excluded.enabled, version = excluded.version, changed_at = excluded.changed_at""";

    static Uni<List<Endpoint>> all(Pool pool) {
        return pool.query(ALL)
                .execute()
                .map(rows -> rows.stream().map(EndpointRows::endpoint).toList());
    }

    /** Two who create the same one at once wait for each other here. */
    static Uni<Optional<Endpoint>> locked(SqlConnection connection, EndpointKey key) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("webhook_endpoint/" + key.provider() + "/" + key.endpointId()))
                .chain(() -> connection
                        .preparedQuery(ALL + " where provider = $1 and endpoint_id = $2")
                        .execute(Tuple.of(key.provider(), key.endpointId())))
                .map(rows -> rows.stream().map(EndpointRows::endpoint).findFirst());
    }

    static Uni<Void> save(SqlConnection connection, Endpoint endpoint, Instant now) {
        var values = Tuple.tuple()
                .addString(endpoint.key().provider())
                .addString(endpoint.key().endpointId())
                .addArrayOfString(endpoint.secrets().toArray(String[]::new))
                .addArrayOfString(
                        endpoint.sources().stream().map(Network::toString).toArray(String[]::new))
                .addString(endpoint.customer().orElse(null))
                .addBoolean(endpoint.enabled())
                .addLong(endpoint.version())
                .addValue(now.atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(SAVE).execute(values).replaceWithVoid();
    }

    private static Endpoint endpoint(Row row) {
        return new Endpoint(
                new EndpointKey(row.getString("provider"), row.getString("endpoint_id")),
                List.of(row.getArrayOfStrings("secrets")),
                Arrays.stream(row.getArrayOfStrings("sources"))
                        .map(Network::of)
                        .flatMap(Optional::stream)
                        .toList(),
                Optional.ofNullable(row.getString("customer")),
                row.getBoolean("enabled"),
                row.getLong("version"));
    }

    private EndpointRows() {}
}
