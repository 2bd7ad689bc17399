package org.shopscore.logistics.lane;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shopscore.logistics.order.LaneTimes;
import org.shopscore.logistics.reading.Latest;
import org.shopscore.logistics.region.Region;

/**
 * The lane table as orders and lookups ask it: in memory, so that it takes no connection from a transaction that asks; read again
 * every few seconds, so that it is at most that old where another replica has taken a new standard in.
 */
@ApplicationScoped
public class LaneMemory implements LaneTimes {

    private static final Logger LOG = Logger.getLogger(LaneMemory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LaneStandards standards;
    private final Latest<LaneTable> table = new Latest<>(new LaneTable(List.of()));

    LaneMemory(LaneStandards standards) {
        this.standards = standards;
    }

    @Override
    public Uni<Optional<LaneTime>> of(String carrier, Region from, Region to, Instant start) {
        return Uni.createFrom()
                .item(standard(new Lane(carrier, from, to), start)
                        .map(found -> new LaneTime(
                                Duration.ofHours(found.pickupHours()), Duration.ofHours(found.transitHours()))));
    }

    /** The standard that holds on the lane at that instant, which may be one of a wider lane or of any carrier. */
    public Optional<LaneStandard> standard(Lane lane, Instant at) {
        return table.get().of(lane, at);
    }

    /** Takes standards in and knows them from here on; those that are there already change nothing. */
    Uni<Integer> add(List<LaneStandard> given) {
        return standards.add(given).call(this::reload);
    }

    /** What the service brings along is there before the first order. */
    void start(@Observes StartupEvent event) {
        int added = add(LaneData.standards()).await().atMost(PATIENCE);
        LOG.infof("lane-standards=added count=%d", added);
    }

    @Scheduled(
            every = "${logistics.lanes.refresh}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return reload().onFailure()
                .invoke(failure -> LOG.warnf("lane-refresh=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<LaneTable> reload() {
        return table.read(() -> standards.all().map(LaneTable::new));
    }
}
