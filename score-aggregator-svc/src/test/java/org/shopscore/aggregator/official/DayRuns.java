package org.shopscore.aggregator.official;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.Await;

/** Has past days run, as an operator does. */
@ApplicationScoped
public class DayRuns {

    public static final Duration PATIENCE = Duration.ofSeconds(90);

    /** An event may not count for a day much longer ago. */
    private static final int FARTHEST = 1000;

    private final Pool pool;
    private final Clock clock;

    DayRuns(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The day after the newest published one; what it publishes has consequences at once. */
    public LocalDate afterAllOthers() {
        LocalDate earliest = BusinessDay.of(clock.instant()).minusDays(FARTHEST);
        LocalDate newest = pool.query("select max(stat_date) from official_day where published_at is not null")
                .execute()
                .await()
                .atMost(Shops.SOON)
                .iterator()
                .next()
                .getLocalDate(0);
        return newest == null || newest.isBefore(earliest) ? earliest : newest.plusDays(1);
    }

    /** Of days long ago every lane's feeds are proven complete, and holes that other tests have left say nothing of them. */
    public void provenComplete() {
        pool.query("""
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select p, s, 'test', 1, '', now() from generate_series(0, 31) p,
                unnest(array['/customer-service-svc', '/after-sales-svc', '/logistics-svc']) s on conflict do nothing
            """)
                .execute()
                .chain(() -> pool.query("update sequence_hole set closed_at = now() where closed_at is null")
                        .execute())
                .await()
                .atMost(Shops.SOON);
    }

    public static void run(LocalDate statDate) {
        given().put("/v1/official-runs/{day}", statDate.toString()).then().statusCode(202);
        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/official-runs/{day}", statDate.toString())
                                .path("state")
                                .equals("PUBLISHED")))
                .isTrue();
    }
}
