package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.shopscore.aggregator.ingest.Announcer;
import org.shopscore.aggregator.score.ShopSums;

/** Announces as ingest does: what this process has learned. */
public final class Announcing {

    public static Uni<Void> announce(
            Announcer to, int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops) {
        to.learn(partition, epoch, n, today, shops);
        return to.announce(
                partition, epoch, n, shops.stream().map(ShopSums::shopId).toList(), List.of());
    }

    private Announcing() {}
}
