package org.shopscore.aggregator.ingest.telling;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.shopscore.aggregator.ingest.lane.LaneState;

/**
 * Looks now and then whether what was announced has been lost, and has it announced again: one partition at a step, since each may have a
 * great many shops.
 */
public final class Refills {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Announcer announcer;
    private final Set<Integer> lacking = new LinkedHashSet<>();
    private CompletableFuture<Set<Integer>> look = CompletableFuture.completedFuture(Set.of());
    private long looked = System.nanoTime();

    public Refills(Announcer announcer) {
        this.announcer = announcer;
    }

    /** Does not wait. */
    public void step(Collection<LaneState> lanes) {
        if (!look.isDone()) {
            return;
        }
        lacking.addAll(look.join());
        look = CompletableFuture.completedFuture(Set.of());
        Optional<LaneState> next = lanes.stream()
                .filter(lane -> lacking.contains(lane.partition()))
                .findFirst();
        if (next.isPresent()) {
            lacking.remove(next.get().partition());
            next.get().tellAgain(announcer.known(next.get().partition()));
            return;
        }
        lacking.clear();
        if (System.nanoTime() - looked > EVERY.toNanos()) {
            looked = System.nanoTime();
            look = announcer
                    .lacking(lanes.stream()
                            .filter(lane -> !lane.unannounced().tellsAgain())
                            .collect(toMap(
                                    LaneState::partition, lane -> lane.shops().size())))
                    .onFailure()
                    .recoverWithItem(Set.of())
                    .subscribeAsCompletionStage();
        }
    }
}
