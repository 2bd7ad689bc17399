package org.shopscore.aggregator.ingest;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Looks now and then whether what was announced has been lost, and has it announced again. */
final class Refills {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Announcer announcer;
    private CompletableFuture<Set<Integer>> look = CompletableFuture.completedFuture(Set.of());
    private long looked = System.nanoTime();

    Refills(Announcer announcer) {
        this.announcer = announcer;
    }

    /** Does not wait. */
    void step(Collection<LaneState> lanes) {
        if (!look.isDone()) {
            return;
        }
        var lacking = look.join();
        lanes.stream()
                .filter(lane -> lacking.contains(lane.partition()))
                .forEach(lane -> lane.unannounced().tellAgain(all(lane)));
        look = CompletableFuture.completedFuture(Set.of());
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

    private Set<String> all(LaneState lane) {
        var all = new LinkedHashSet<>(lane.shops().ids());
        all.addAll(announcer.known(lane.partition()));
        return all;
    }
}
