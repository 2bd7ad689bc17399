package org.shopscore.aggregator.lookup.telling;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.score.window.ListedSums;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.platform.PlatformResource;

/** Announces as ingest does: what this process has learned. */
public final class Announcing {

    public static Uni<Void> announce(
            Announcer to, int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops) {
        to.learn(partition, epoch, n, today, shops);
        return to.announce(
                partition, epoch, n, shops.stream().map(ShopSums::shopId).toList(), List.of());
    }

    /** Again as long as Redis does not take it, which has a second for it, and then none for another second. */
    public static void surely(
            Announcer to, int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops) {
        Uni.createFrom()
                .deferred(() -> announce(to, partition, epoch, n, today, shops))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100))
                .expireIn(Shops.SOON.toMillis())
                .await()
                .atMost(Shops.SOON);
    }

    /** Provisional scores that were told of the shop by who owns from that epoch on: the loop that runs beside the tests has an earlier one. */
    public static List<Map<String, Object>> told(String shopId, long from) {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), shopId, "score/provisional").stream()
                .filter(score ->
                        Version.parse(String.valueOf(score.get("version"))).epoch() >= from)
                .toList();
    }

    /** What a process that follows would have read. */
    public static Announced announced(long epoch, long n, LocalDate day, ListedSums sums) {
        return new Announced(new Version(epoch, n), day, Instant.EPOCH, KnownSums.of(sums));
    }

    private Announcing() {}
}
