package org.shopscore.aggregator.official.input;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.metric.Lane;

/** Frozen inputs as a test compares them. */
public final class InputPagesRead {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** "shop name" to sum, without zeros. */
    public static Map<String, Long> of(Pool pool, LocalDate statDate) {
        var inputs = new Inputs(new MeasureBook(pool));
        var sums = new TreeMap<String, Long>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            inputs.frozen(pool, statDate, lane)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE)
                    .forEach(page -> page.forEach(input -> input.sums()
                            .named()
                            .amounts()
                            .forEach((name, sum) -> sums.put(input.shopId() + " " + name, sum))));
        }
        return sums;
    }

    private InputPagesRead() {}
}
