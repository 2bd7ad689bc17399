package org.shopscore.aggregator.tile;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.shopscore.aggregator.tile.page.TileEntries;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;

/** Shops of their own for each test, with tiles as ingest would have written them. */
@ApplicationScoped
public class Shops {

    public static final Duration SOON = Duration.ofSeconds(30);

    private static final String TILE = "insert into tile_delta (lane, from_offset, tiles) values ($1, $2, $3)";

    /**
     * Where the next epoch is kept: for all of a JVM's applications, which load this class anew and share one Redis. Above those of the loop
     * that runs beside the tests; none is used twice, as none is when a partition changes hands.
     */
    private static final String NEXT_EPOCH = "shopscore.test.next-epoch";

    private static final long FIRST_EPOCH = 1_000_000_000;

    /** Offsets that no log has. */
    private static final AtomicLong ROWS = new AtomicLong();

    private final Pool pool;
    private final MeasureBook book;

    Shops(Pool pool, MeasureBook book) {
        this.pool = pool;
        this.book = book;
    }

    public static long epoch() {
        long epoch = Long.getLong(NEXT_EPOCH, FIRST_EPOCH);
        System.setProperty(NEXT_EPOCH, Long.toString(epoch + 2));
        return epoch;
    }

    public static String fresh() {
        return "shop-" + UUID.randomUUID();
    }

    /** Counts the measures for the shop on the day. */
    public void count(String shopId, LocalDate day, Map<String, Long> measures) {
        var sources = new HashMap<String, String>();
        measures.keySet()
                .forEach(name -> sources.put(name, Measures.ownerOf(name).orElseThrow()));
        var ids = book.register(sources).await().atMost(SOON);
        var amounts = new Amounts();
        measures.forEach(
                (name, amount) -> amounts.add(ids.named(name).orElseThrow().id(), amount));
        var entries = new TileEntries();
        entries.add(shopId, Math.toIntExact(day.toEpochDay()), amounts);
        pool.preparedQuery(TILE)
                .execute(Tuple.of((short) Lane.of(shopId), ROWS.decrementAndGet(), Buffer.buffer(entries.bytes())))
                .await()
                .atMost(SOON);
    }

    /** Has the loop beside the tests read again what was counted behind its back: it knows every shop, and would answer what it knew. */
    public void reread() {
        pool.query("update ingest_partition set epoch = epoch + 1, tell_all = true")
                .execute()
                .await()
                .atMost(SOON);
    }
}
