package org.shopscore.aggregator.lookup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.score.FeedState;

/**
 * The shops of one partition, as long as it is owned. An announcement can still be under way when the partition is lost: it must
 * not bring back what another process has begun to change.
 */
final class OwnPartition {

    private final Map<String, Announced> shops = new HashMap<>();
    private Optional<FeedState> feeds = Optional.empty();
    private boolean lost;
    private long newestEpoch;
    private long lostEpoch;

    synchronized void put(String shopId, Announced announced) {
        long epoch = announced.version().epoch();
        newestEpoch = Math.max(newestEpoch, epoch);
        if (!lost && epoch > lostEpoch) {
            shops.merge(
                    shopId, announced, (before, now) -> now.version().compareTo(before.version()) < 0 ? before : now);
        }
    }

    synchronized void put(FeedState state) {
        feeds = Optional.of(state);
        lost = false;
    }

    synchronized void forget() {
        shops.clear();
        feeds = Optional.empty();
        lost = true;
        lostEpoch = newestEpoch;
    }

    synchronized Optional<Announced> of(String shopId) {
        return Optional.ofNullable(shops.get(shopId));
    }

    synchronized Optional<FeedState> feeds() {
        return feeds;
    }
}
