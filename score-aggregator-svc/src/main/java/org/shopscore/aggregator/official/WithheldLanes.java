package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Of which partitions a day has no scores, since a mandatory feed was not complete. */
@ApplicationScoped
public class WithheldLanes {

    private static final String IS_WITHHELD =
            "select 1 from official_lane where stat_date = $1 and partition = $2 and withheld";

    public Uni<Boolean> contains(SqlClient client, LocalDate statDate, int lane) {
        return client.preparedQuery(IS_WITHHELD)
                .execute(Tuple.of(statDate, (short) lane))
                .map(rows -> rows.size() > 0);
    }
}
