package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.benchmark.kept.BenchmarkRows;
import org.shopscore.aggregator.tile.ShopDays;

/** Finds whom a shop is compared with: a few rows of its category, never the shops themselves. */
@ApplicationScoped
class CategoryPeers {

    private final Pool pool;
    private final BenchmarkRows benchmarks;

    CategoryPeers(Pool pool, BenchmarkRows benchmarks) {
        this.pool = pool;
        this.benchmarks = benchmarks;
    }

    /**
     * @param statDate empty for the newest published day
     * @return empty for a shop without a category, and for a day without benchmarks
     */
    Uni<Optional<Peers>> of(Optional<String> category, Optional<LocalDate> statDate) {
        if (category.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return ShopDays.inTime(benchmarks
                .publishedDay(pool, statDate)
                .chain(day -> day.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : benchmarks
                                .of(pool, day.get(), category.get())
                                .map(found -> Optional.of(new Peers(category.get(), day.get(), found)))));
    }
}
