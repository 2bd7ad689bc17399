package org.shopscore.aggregator.official.newest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

/**
 * What was revised since the beginning of the oldest transaction is read again each second, and told once. The day is long before those of
 * all other tests.
 */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RevisedSinceTest {

    private static final LocalDate DAY = LocalDate.of(2002, 5, 1);
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2002, 5, 2, 0, 0, 0, 0, ZoneOffset.UTC);

    @Inject
    Pool pool;

    @Inject
    DayReader reader;

    private final String shop = Shops.fresh();

    @Test
    void aRevisionThatIsReadAgainIsNotToldAgain() {
        sql(
                "insert into official_day (stat_date, policy, averaged, published_at) values ($1, $2, true, now()) on conflict do nothing",
                Tuple.of(DAY, Shipped.POLICY.reference()));
        score(0, "4.59");
        NewestDays scores = reader.read(DAY).await().atMost(Shops.SOON);
        assertThat(revisedSince(scores)).isEmpty();

        score(1, "4.62");
        assertThat(revisedSince(scores)).containsExactly(shop);
        assertThat(scores.of(shop).map(Official::published)).contains("4.62");
        assertThat(revisedSince(scores)).isEmpty();

        score(2, "4.60");
        assertThat(revisedSince(scores)).containsExactly(shop);
        assertThat(scores.of(shop).map(Official::revision)).contains(2);
    }

    private Set<String> revisedSince(NewestDays scores) {
        return reader.revised(scores, LONG_AGO).await().atMost(Shops.SOON);
    }

    private void score(int revision, String published) {
        sql("""
                insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level, traffic_weight,
                    deductions, dimensions)
                values ($1, $2, $3, $4, 'FORMAL', $5, $5, $5, 'GOOD', 1.10, 0, '{}')
                """, Tuple.of(DAY, shop, revision, (short) Lane.of(shop), new BigDecimal(published)));
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Shops.SOON);
    }
}
