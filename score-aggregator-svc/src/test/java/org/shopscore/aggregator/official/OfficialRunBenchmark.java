package org.shopscore.aggregator.official;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.StatDay;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.page.ManyTiles;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/**
 * One day's official run over many shops with 30 days of tiles each, registered in a hundred categories: from the request to the
 * publication, every commit on disk, stores and service on the same machine. Run by {@code ./shopscore bench official};
 * {@code -Dshops=} changes how many.
 */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "durability", value = "DURABLE"),
            @ResourceArg(name = "database", value = "official_benchmark")
        },
        restrictToAnnotatedClass = true)
class OfficialRunBenchmark {

    private static final int SHOPS = Integer.getInteger("shops", 1_000_000);
    private static final int RUNS = Integer.getInteger("runs", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String CATEGORIES = """
            insert into category (category_id, name, parent_id)
            select 'c-' || n, '类目' || n, case when n > 9 then 'c-' || n / 10 end from generate_series(0, 99) n order by n
            """;
    private static final String REGISTER = """
            insert into shop (shop_id, lane, category_id, flags)
            select shop_id, lane, 'c-' || row_number() over () % 100, '{}' from (
              select distinct lane, convert_from(substr(tiles, 3, 12), 'UTF8') as shop_id from day_page) s
            """;

    @Inject
    Pool pool;

    @Inject
    MeasureBook book;

    @Inject
    Clock clock;

    @Test
    void secondsFromTheRequestToThePublication() {
        LocalDate newest = StatDay.newest(clock.instant()).minusDays(1);
        fill(newest);
        for (int run = RUNS - 1; run >= 0; run--) {
            LocalDate day = newest.minusDays(run);
            long start = System.nanoTime();
            given().put("/v1/official-runs/{day}", day.toString());
            assertThat(Await.within(
                            PATIENCE,
                            () -> count("official_day where published_at is not null and stat_date = '" + day + "'")
                                    == 1))
                    .isTrue();
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(count("score_day where stat_date = '" + day + "'")).isEqualTo(SHOPS);
            System.out.printf("official run: %s %,d shops in %.1f s: %s%n", day, SHOPS, seconds, parts(day));
        }
    }

    private void fill(LocalDate newest) {
        var ids = book.register(Measures.names().stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> Measures.ownerOf(name).orElseThrow())))
                .await()
                .atMost(PATIENCE);
        Map<String, Long> daily = Map.of(
                "order.paid",
                3L,
                "order.signed",
                3L,
                "review.orders-rated",
                2L,
                "review.stars",
                9L,
                "pickup.due",
                3L,
                "pickup.on-time",
                3L,
                "delivery.due",
                3L,
                "delivery.on-time",
                2L,
                "pickup.seconds",
                150_000L);
        new ManyTiles(pool)
                .store(
                        SHOPS,
                        newest.minusDays(29L + RUNS),
                        newest,
                        (shop, day, tile) -> fill(
                                daily,
                                shop,
                                tile,
                                name -> ids.named(name).orElseThrow().id()));
        execute(CATEGORIES);
        execute(REGISTER);
        execute("analyze");
        execute("checkpoint");
    }

    private static void fill(
            Map<String, Long> daily, int shop, Amounts tile, java.util.function.Function<String, Short> id) {
        daily.forEach((name, amount) -> tile.add(id.apply(name), amount + (name.hashCode() + shop) % 3));
    }

    private String parts(LocalDate day) {
        Row row = pool.query("""
                        select extract(epoch from max(frozen_at) - min(frozen_at)) as frozen,
                               extract(epoch from max(published_at) - max(frozen_at)) as scored
                          from official_lane join official_day using (stat_date) where stat_date = '%s'""".formatted(day))
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        return "frozen in %.1f s, scored and published in %.1f s"
                .formatted(row.getDouble("frozen"), row.getDouble("scored"));
    }

    private void execute(String statement) {
        pool.query(statement).execute().await().atMost(PATIENCE);
    }

    private long count(String what) {
        return pool.query("select count(*) from " + what)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
