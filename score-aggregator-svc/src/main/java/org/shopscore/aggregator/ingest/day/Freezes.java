package org.shopscore.aggregator.ingest.day;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.official.run.Pace;
import org.shopscore.aggregator.score.window.StatDay;

/** Freezes the inputs of days: before the first record after a cut-off is applied, and when somebody asks for it by hand. */
public final class Freezes {

    private static final Logger LOG = Logger.getLogger(Freezes.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** After a longer standstill the days before are left out: nobody waits for their scores any more. */
    private static final int MOST_DAYS = 35;

    private final FrozenInputs inputs;
    private final Clock clock;
    private final Pace pace;
    private long next = System.nanoTime() + LOOK.toNanos();
    private boolean underWay;

    /** A partition and the day that is to be frozen. */
    private record Due(LaneState lane, LocalDate day) {}

    public Freezes(FrozenInputs inputs, Clock clock, Pace pace) {
        this.inputs = inputs;
        this.clock = clock;
        this.pace = pace;
    }

    /** The next day of each partition; its cut-off has come, and all records before it are in the tiles. */
    public void freezeNext(List<LaneState> lanes) {
        freeze(lanes.stream().map(this::next).toList());
    }

    private Due next(LaneState lane) {
        LocalDate oldest = StatDay.newest(clock.instant()).minusDays(MOST_DAYS);
        if (lane.frozen().next().isBefore(oldest)) {
            LOG.warnf("Days left without official scores: partition=%d until=%s", lane.partition(), oldest);
            lane.frozen().skipTo(oldest);
        }
        return new Due(lane, lane.frozen().next());
    }

    /**
     * Freezes what was asked for by hand, and what no record will bring on because the feeds are silent: a few partitions, and the others
     * when records have been read again.
     *
     * @param isRead whether everything in the log of the partition has been read
     */
    public void step(Collection<LaneState> lanes, Predicate<LaneState> isRead) {
        if (lanes.isEmpty() || System.nanoTime() - next < 0) {
            return;
        }
        List<Due> due = due(lanes, isRead);
        List<Due> some = due.subList(0, Math.min(pace.lanesAtOnce(), due.size()));
        long begun = System.nanoTime();
        freeze(some);
        underWay = due.size() > some.size();
        Duration rest = pace.rest(Duration.ofNanos(System.nanoTime() - begun));
        next = System.nanoTime() + (underWay ? rest : LOOK).toNanos();
    }

    /** Whether others are to be frozen as soon as possible. */
    public boolean underWay() {
        return underWay;
    }

    private List<Due> due(Collection<LaneState> lanes, Predicate<LaneState> isRead) {
        Instant now = clock.instant();
        List<LocalDate> requested = Awaited.of(inputs.requested());
        var due = new LinkedHashSet<Due>();
        for (LaneState lane : lanes) {
            requested.stream()
                    .filter(day ->
                            !lane.frozen().contains(day) && !StatDay.cutoff(day).isAfter(now))
                    .forEach(day -> due.add(new Due(lane, day)));
            if (!StatDay.deadline(lane.frozen().next()).isAfter(now) && isRead.test(lane)) {
                due.add(next(lane));
            }
        }
        return List.copyOf(due);
    }

    private void freeze(List<Due> due) {
        if (!due.isEmpty()) {
            var frozen = Uni.join()
                    .all(due.stream().map(this::freeze).toList())
                    .usingConcurrencyOf(pace.lanesAtOnce())
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
            for (int at = 0; at < due.size(); at++) {
                due.get(at)
                        .lane()
                        .frozen()
                        .froze(due.get(at).day(), frozen.get(at).longest());
            }
        }
    }

    private Uni<FrozenInputs.Frozen> freeze(Due due) {
        return inputs.freeze(due.lane(), due.day())
                .invoke(frozen -> LOG.infof(
                        "Inputs frozen: day=%s partition=%d shops=%d",
                        due.day(), due.lane().partition(), frozen.shops()));
    }
}
