package org.shopscore.aggregator.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives up a connection on which nothing has come for longer than any statement takes: the host at its other end is gone without having
 * said so, and whoever waits for its answer would wait for ever.
 */
@Singleton
class SilentConnections implements PgPoolCreator {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public Pool create(Input input) {
        var options = input.pgConnectOptionsList();
        options.forEach(one ->
                one.setReadIdleTimeout(Math.toIntExact(LONGEST.toSeconds())).setIdleTimeoutUnit(TimeUnit.SECONDS));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(options))
                .using(input.vertx())
                .build();
    }
}
