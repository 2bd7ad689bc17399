package org.shopscore.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** Rows for a lane of a topic of the test's own, numbered from 1; the highest number is stored first. */
final class Fill {

    private static final String ROWS = """
            insert into outbox (topic, lane, seq, id, incarnation, type, subject, time, data)
            select $1::text, $2::smallint, seq, gen_random_uuid(), 'test', 'test', 'test', now(), '{}'
              from generate_series(1, $3::int) seq order by seq desc
            """;

    static void lane(Pool pool, Leases.Held lane, int rows) {
        pool.preparedQuery(ROWS)
                .execute(Tuple.of(lane.topic(), lane.lane(), rows))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Fill() {}
}
