package org.shopscore.aggregator.official;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.newest.NewestScores;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.shop.Profiles;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.page.ManyTiles;
import org.shopscore.aggregator.tile.page.Reload;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/**
 * One day's official run over many shops with 30 days of tiles each, registered in a hundred categories: from the request to the
 * publication, every commit on disk, stores and service on the same machine. The first run is the first day that there ever was, on
 * which every shop begins to hold something. Run by {@code ./shopscore bench official}; {@code -Dshops=} and {@code -Druns=} change how
 * many, {@code -Dlookups=5000} looks shops up beside it, so many a second, from this process over the service's own port on loopback
 * (what stops the service stops who asks, and counts), {@code -Dscore.official.busy-percent=} is the service's own setting.
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
    private static final int SHOPS_AT_ONCE = 10_000;
    private static final String REGISTER = """
            insert into shop (shop_id, lane, category_id, flags)
            select shop_id, lane, 'c-' || n % 100, '{}'
              from unnest($1::text[], $2::smallint[], $3::integer[]) s (shop_id, lane, n)
            """;

    /** What has changed just now is read again each second, in case a clock was behind: hours before a run that is long over. */
    private static final String LONG_AGO = "update shop set changed_at = timestamptz '2020-01-01'";

    /** Without it every shop would be withheld, and nothing judged. */
    private static final String COMPLETE = """
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select p, s, 'benchmark', 1, '', now() from generate_series(0, 31) p,
                unnest(array['/customer-service-svc', '/after-sales-svc', '/logistics-svc']) s
            """;

    /** Beside the run, a second; 0 for none. */
    private static final int LOOKUPS = Integer.getInteger("lookups", 0);

    private static final int SECONDS_AFTER = 20;
    private static final int SECONDS_WARM = 30;
    private static final String BESIDE = "beside the run";

    @TestHTTPResource
    URI service;

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Pool pool;

    @Inject
    MeasureBook book;

    @Inject
    Clock clock;

    @Inject
    Profiles profiles;

    @Inject
    NewestScores newest;

    @Inject
    Redis redis;

    @Test
    void secondsFromTheRequestToThePublication() throws Exception {
        LocalDate newest = StatDay.newest(clock.instant()).minusDays(1);
        fill(newest);
        PacedLookups lookups = LOOKUPS == 0 ? null : lookups();
        for (int run = RUNS - 1; run >= 0; run--) {
            LocalDate day = newest.minusDays(run);
            say(lookups, "in the 20 s before it");
            var before = Spent.now(pool);
            long start = System.nanoTime();
            given().put("/v1/official-runs/{day}", day.toString());
            assertThat(Await.within(
                            PATIENCE,
                            () -> count("official_day where published_at is not null and stat_date = '" + day + "'")
                                    == 1))
                    .isTrue();
            double seconds = (System.nanoTime() - start) / 1e9;
            var spent = Spent.now(pool).since(before);
            say(lookups, BESIDE);
            say(lookups, "in the 20 s after it");
            assertThat(count("score_day where stage = 'FORMAL' and stat_date = '" + day + "'"))
                    .isEqualTo(SHOPS);
            System.out.printf("official run: %s %,d shops in %.1f s: %s; %s%n", day, SHOPS, seconds, parts(day), spent);
            if (run > 0) {
                forget(day);
            }
        }
        if (lookups != null) {
            lookups.close();
        }
    }

    /** Of the service in this process, over its HTTP port, once all shops are in its memory. */
    private PacedLookups lookups() throws Exception {
        redis.send(Request.cmd(Command.FLUSHALL)).await().atMost(PATIENCE); // so that it holds what was told since
        Reload.all(management);
        assertThat(Await.within(
                        PATIENCE,
                        () -> redis.send(Request.cmd(Command.DBSIZE))
                                        .await()
                                        .atMost(PATIENCE)
                                        .toLong()
                                >= SHOPS))
                .isTrue();
        var lookups = new PacedLookups(service.getPort(), LOOKUPS, SHOPS, ManyTiles::shopId);
        Thread.sleep(SECONDS_WARM * 1_000L);
        lookups.take();
        return lookups;
    }

    private static void say(PacedLookups lookups, String when) throws InterruptedException {
        if (lookups != null) {
            if (!when.equals(BESIDE)) {
                Thread.sleep(SECONDS_AFTER * 1_000L);
            }
            System.out.printf("official run: %,d lookups/s %s: %s%n", LOOKUPS, when, lookups.take());
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
        execute(COMPLETE);
        execute(CATEGORIES);
        register();
        String last = ManyTiles.shopId(SHOPS - 1);
        assertThat(Await.within(PATIENCE, () -> profiles.of(last).category().isPresent()))
                .isTrue();
        execute(LONG_AGO);
        settle();
    }

    private void register() {
        for (int first = 0; first < SHOPS; first += SHOPS_AT_ONCE) {
            var some = IntStream.range(first, Math.min(first + SHOPS_AT_ONCE, SHOPS))
                    .boxed()
                    .toList();
            pool.preparedQuery(REGISTER)
                    .execute(Tuple.of(
                            some.stream().map(ManyTiles::shopId).toArray(String[]::new),
                            some.stream()
                                    .map(shop -> (short) Lane.of(ManyTiles.shopId(shop)))
                                    .toArray(Short[]::new),
                            some.toArray(Integer[]::new)))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private static void fill(
            Map<String, Long> daily, int shop, Amounts tile, java.util.function.Function<String, Short> id) {
        daily.forEach((name, amount) -> tile.add(id.apply(name), amount + (name.hashCode() + shop) % 3));
    }

    /**
     * On the first day every shop begins to hold something: what it has to tell is none of the next one's. Nor is what lookups read of
     * it, hours before the next.
     */
    private void forget(LocalDate day) {
        assertThat(Await.within(
                        PATIENCE,
                        () -> newest.of(ManyTiles.shopId(0))
                                .map(Official::statDate)
                                .equals(Optional.of(day))))
                .isTrue();
        assertThat(Await.within(PATIENCE, () -> count("score_telling where stat_date = '" + day + "'") == Lane.COUNT))
                .isTrue();
        execute("update score_telling set done = true");
        execute("truncate change_event");
        settle();
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

    /** What the database does of itself in the hours between two runs. */
    private void settle() {
        execute("vacuum analyze");
        execute("checkpoint");
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
