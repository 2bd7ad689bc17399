package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The days that somebody has asked to be run, until they are published. */
@ApplicationScoped
class RequestedDays {

    private static final String ONE = "select exists (select from official_request where stat_date = $1)";

    private final Pool pool;

    RequestedDays(Pool pool) {
        this.pool = pool;
    }

    Uni<Boolean> contain(LocalDate statDate) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(statDate))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
