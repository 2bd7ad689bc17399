package org.shopscore.aggregator.lookup;

import java.util.Optional;
import java.util.stream.IntStream;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.metric.Lane;

/** What this process knows of the shops whose partitions it owns. */
final class OwnShops {

    private final OwnPartition[] partitions =
            IntStream.range(0, Lane.COUNT).mapToObj(_ -> new OwnPartition()).toArray(OwnPartition[]::new);

    void put(int partition, String shopId, Announced announced) {
        partitions[partition].put(shopId, announced);
    }

    void put(int partition, FeedState state) {
        partitions[partition].put(state);
    }

    void forget(int partition) {
        partitions[partition].forget();
    }

    Optional<Announced> of(String shopId) {
        return partitions[Lane.of(shopId)].of(shopId);
    }

    Optional<FeedState> feeds(int partition) {
        return partitions[partition].feeds();
    }
}
