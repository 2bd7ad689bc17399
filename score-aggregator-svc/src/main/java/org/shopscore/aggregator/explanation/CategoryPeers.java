package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.benchmark.kept.BenchmarkRows;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.tile.shop.ShopDays;

/** Finds whom a shop is compared with: a few rows of its category, never the shops themselves. */
@ApplicationScoped
class CategoryPeers {

    private final Pool pool;
    private final BenchmarkRows benchmarks;
    private final StoredPolicies policies;

    CategoryPeers(Pool pool, BenchmarkRows benchmarks, StoredPolicies policies) {
        this.pool = pool;
        this.benchmarks = benchmarks;
        this.policies = policies;
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
                        : peers(category.get(), day.get()).map(Optional::of)));
    }

    private Uni<Peers> peers(String category, LocalDate day) {
        return Uni.combine()
                .all()
                .unis(policies.of(pool, day), benchmarks.of(pool, day, category))
                .with((policy, found) -> new Peers(category, day, policy, found));
    }
}
