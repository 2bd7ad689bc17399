package org.shopscore.aggregator.entitlement.held;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Remembers whose days were corrected, in the transaction that corrects them: their entitlements are judged again from there on. */
@ApplicationScoped
public class Corrected {

    private static final String SHOP =
            "insert into entitlement_due (shop_id, stat_date) values ($1, $2) on conflict do nothing";
    private static final String ALL = """
            insert into entitlement_due (shop_id, stat_date)
            select shop_id, stat_date from score_day where stat_date = $1 on conflict do nothing
            """;

    public Uni<Void> note(SqlClient client, LocalDate statDate, String shopId) {
        return client.preparedQuery(SHOP).execute(Tuple.of(shopId, statDate)).replaceWithVoid();
    }

    /** For a day that was published after a later one. */
    public Uni<Void> noteAll(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(ALL).execute(Tuple.of(statDate)).replaceWithVoid();
    }
}
