package org.shopscore.aggregator.ingest.owner;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.ingest.lane.LaneState;

/**
 * Looks now and then whether somebody has taken a partition since, for an idle one writes nothing that would be refused; and whether the
 * topic is still the one that is read.
 */
public final class Watch {

    private record Seen(Map<Integer, Long> epochs, Optional<UUID> logId) {}

    private static final Seen NOTHING = new Seen(Map.of(), Optional.empty());
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Partitions partitions;
    private final LogId logId;
    private CompletableFuture<Seen> look = CompletableFuture.completedFuture(NOTHING);
    private long looked = System.nanoTime();

    public Watch(Partitions partitions, LogId logId) {
        this.partitions = partitions;
        this.logId = logId;
    }

    /**
     * Does not wait.
     *
     * @throws Fenced when one of them is another's
     * @throws IllegalStateException when the topic was made anew
     */
    public void step(Collection<LaneState> lanes) {
        if (!look.isDone()) {
            return;
        }
        Seen seen = look.join();
        look = CompletableFuture.completedFuture(NOTHING);
        requireOwn(lanes, seen.epochs);
        if (lanes.stream().anyMatch(lane -> !seen.logId.orElse(lane.logId()).equals(lane.logId()))) {
            throw new IllegalStateException("the topic was made anew, it is now " + seen.logId);
        }
        if (!lanes.isEmpty() && System.nanoTime() - looked > EVERY.toNanos()) {
            looked = System.nanoTime();
            look = partitions
                    .epochs()
                    .onFailure()
                    .recoverWithItem(Map.of())
                    .subscribeAsCompletionStage()
                    .thenCombine(logId.look(), Seen::new);
        }
    }

    private static void requireOwn(Collection<LaneState> lanes, Map<Integer, Long> epochs) {
        int lost = Math.toIntExact(lanes.stream()
                .filter(lane -> epochs.getOrDefault(lane.partition(), lane.epoch()) > lane.epoch())
                .count());
        if (lost > 0) {
            throw new Fenced(lanes.size(), lanes.size() - lost);
        }
    }
}
