package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;

/** Registered shops that cease to be new: nothing else makes another score of the same sums as days pass (rules.md 5.4). */
@ApplicationScoped
class AgedShops {

    private static final String OPENED =
            "select shop_id from shop where lane = $1 and opened_on >= $2 and opened_on < $3";

    private final Pool pool;
    private final PoliciesInForce policies;

    AgedShops(Pool pool, PoliciesInForce policies) {
        this.pool = pool;
        this.policies = policies;
    }

    /** Those of the partition that are new on the day before, and no longer on the other, by the policy in force. */
    Uni<List<String>> between(int partition, LocalDate before, LocalDate day) {
        int newDays = policies.now().policy().stages().newShopDays();
        return pool.preparedQuery(OPENED)
                .execute(Tuple.of((short) partition, before.minusDays(newDays), day.minusDays(newDays)))
                .map(rows -> rows.stream().map(row -> row.getString("shop_id")).toList());
    }
}
