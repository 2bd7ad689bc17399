package org.shopscore.aggregator.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Looks now and then whether somebody has taken a partition since: an idle one writes nothing that would be refused. */
final class Watch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Partitions partitions;
    private CompletableFuture<Map<Integer, Long>> look = CompletableFuture.completedFuture(Map.of());
    private long looked = System.nanoTime();

    Watch(Partitions partitions) {
        this.partitions = partitions;
    }

    /**
     * Does not wait.
     *
     * @throws Fenced when one of them is another's
     */
    void step(Collection<LaneState> lanes) {
        if (!look.isDone()) {
            return;
        }
        Map<Integer, Long> epochs = look.join();
        look = CompletableFuture.completedFuture(Map.of());
        int lost = Math.toIntExact(lanes.stream()
                .filter(lane -> epochs.getOrDefault(lane.partition(), lane.epoch()) > lane.epoch())
                .count());
        if (lost > 0) {
            throw new Fenced(lanes.size(), lanes.size() - lost);
        }
        if (!lanes.isEmpty() && System.nanoTime() - looked > EVERY.toNanos()) {
            looked = System.nanoTime();
            look = partitions.epochs().onFailure().recoverWithItem(Map.of()).subscribeAsCompletionStage();
        }
    }
}
