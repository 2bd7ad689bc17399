package org.shopscore.aggregator.tile.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Rows of polls become pages, and nobody sees a difference. On days on which nobody else counts. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FoldingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = 20261128;
    private static final int LANE = 7;
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate LAST = LocalDate.of(1999, 12, 31);

    private final Random random = new Random(SEED);

    /** "day shop measure id" to amount: a sum of its own over what was added. */
    private final Map<String, Long> expected = new TreeMap<>();

    @Inject
    Pool pool;

    @Test
    void whoReadsMeanwhileFindsTheSameWhoeverFoldsAndWhateverIsCutOff() {
        for (int round = 0; round < 20; round++) {
            add(30);
            var folding = new ArrayList<Uni<Void>>();
            for (int process = 0; process < 3; process++) {
                folding.add(new Folding(pool).fold(LANE).onFailure().recoverWithNull());
            }
            var done = Uni.join().all(folding).andCollectFailures().subscribeAsCompletionStage();
            boolean cut = false;
            do {
                assertThat(read()).isEqualTo(expected);
                if (round % 2 == 0 && !cut) {
                    cutOffWhoFolds();
                    cut = true;
                }
            } while (!done.isDone());
            assertThat(read()).isEqualTo(expected);
        }
        new Folding(pool).fold(LANE).await().atMost(PATIENCE);
        assertThat(count("select count(*) from tile_delta where lane = " + LANE))
                .isZero();
        assertThat(read()).isEqualTo(expected);
    }

    @Test
    void aTileThatCameToNothingIsNotKept() {
        String shop = shop();
        store(entries(shop, FIRST, 5), entries(shop, FIRST, -5));
        new Folding(pool).fold(LANE).await().atMost(PATIENCE);
        assertThat(LaneTiles.ofShop(pool, shop, FIRST, LAST).await().atMost(PATIENCE))
                .isEmpty();
    }

    @Test
    void whatIsAddedBehindTheBackOfWhoFoldsIsNotTakenAwayWithTheRest() {
        String shop = shop();
        store(entries(shop, FIRST, 5));
        new Folding(pool).fold(LANE).await().atMost(PATIENCE);
        store(entries(shop, FIRST, 3));
        var holder = pool.getConnectionAndAwait();
        var held = holder.beginAndAwait();
        holder.query("select 1 from day_page where lane = " + LANE + " for update")
                .executeAndAwait();
        var folding = new Folding(pool).fold(LANE).subscribeAsCompletionStage();
        assertThat(Await.within(
                        PATIENCE,
                        () -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0))
                .isTrue();
        store(entries(shop, FIRST, 2));
        held.commitAndAwait();
        holder.closeAndAwait();
        assertThat(folding).succeedsWithin(PATIENCE);
        assertThat(LaneTiles.ofShop(pool, shop, FIRST, LAST)
                        .await()
                        .atMost(PATIENCE)
                        .get(FIRST)
                        .get((short) 1))
                .isEqualTo(10);
    }

    @Test
    void aShopWhoseNameIsTheEndOfAnothersIsNotTakenForIt() {
        String shop = shop();
        store(entries(shop, FIRST, 5), entries(shop + "-7", FIRST, 3), entries("x" + shop, FIRST, 2));
        for (int times = 0; times < 2; times++) {
            assertThat(LaneTiles.ofShop(pool, shop, FIRST, LAST)
                            .await()
                            .atMost(PATIENCE)
                            .get(FIRST)
                            .get((short) 1))
                    .isEqualTo(5);
            new Folding(pool).fold(LANE).await().atMost(PATIENCE);
        }
    }

    private void add(int rows) {
        for (int row = 0; row < rows; row++) {
            var entries = new TileEntries();
            for (int n = random.nextInt(40); n >= 0; n--) {
                String shop = SHOPS.get(random.nextInt(SHOPS.size()));
                LocalDate day = FIRST.plusDays(random.nextInt(4));
                var amounts = new Amounts();
                for (short measure = 1; measure < 4; measure++) {
                    long amount = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
                    amounts.add(measure, amount);
                    expected.merge(day + " " + shop + " " + measure, amount, Long::sum);
                }
                entries.add(shop, Math.toIntExact(day.toEpochDay()), amounts);
            }
            store(entries);
        }
    }

    private static final List<String> SHOPS = new ArrayList<>();

    static {
        while (SHOPS.size() < 50) {
            SHOPS.add(shop());
        }
    }

    private static String shop() {
        String shop;
        do {
            shop = org.shopscore.aggregator.tile.Shops.fresh();
        } while (Lane.of(shop) != LANE);
        return shop;
    }

    private static TileEntries entries(String shop, LocalDate day, long amount) {
        var entries = new TileEntries();
        var amounts = new Amounts();
        amounts.add((short) 1, amount);
        entries.add(shop, Math.toIntExact(day.toEpochDay()), amounts);
        return entries;
    }

    private void store(TileEntries... rows) {
        for (TileEntries entries : rows) {
            pool.preparedQuery("""
                            insert into tile_delta (lane, from_offset, tiles) values ($1,
                                (select least(min(from_offset), 0) - 1 from tile_delta where lane = $1), $2)""")
                    .execute(Tuple.of((short) LANE, Buffer.buffer(entries.bytes())))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    /** Again on another connection where the pool gave one that was cut off and did not know it yet. */
    private Map<String, Long> read() {
        var read = new TreeMap<String, Long>();
        LaneTiles.byDay(pool, LANE, FIRST, LAST)
                .onFailure()
                .retry()
                .atMost(3)
                .await()
                .atMost(PATIENCE)
                .forEach((day, shops) -> shops.forEach((shop, tile) -> {
                    for (int at = 0; SHOPS.contains(shop) && at < tile.size(); at++) {
                        read.put(day + " " + shop + " " + tile.id(at), tile.amount(at));
                    }
                }));
        return read;
    }

    private void cutOffWhoFolds() {
        count("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                   and query like '%day_page%'""");
    }

    private long count(String query) {
        return pool.query(query)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
