package org.shopscore.aggregator.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.StatDay;

/** Freezes the inputs of days: before the first record after a cut-off is applied, and when somebody asks for it by hand. */
final class Freezes {

    private static final Logger LOG = Logger.getLogger(Freezes.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** After a longer standstill the days before are left out: nobody waits for their scores any more. */
    private static final int MOST_DAYS = 35;

    private final FrozenInputs inputs;
    private final Clock clock;
    private long looked = System.nanoTime();

    Freezes(FrozenInputs inputs, Clock clock) {
        this.inputs = inputs;
        this.clock = clock;
    }

    /** The next day of the partition; its cut-off has come, and all records before it are in the tiles. */
    void freezeNext(LaneState lane) {
        LocalDate oldest = StatDay.newest(clock.instant()).minusDays(MOST_DAYS);
        if (lane.frozen().next().isBefore(oldest)) {
            LOG.warnf("Days left without official scores: partition=%d until=%s", lane.partition(), oldest);
            lane.frozen().skipTo(oldest);
        }
        freeze(lane, lane.frozen().next());
    }

    /**
     * Freezes what was asked for by hand, and what no record will bring on because the feeds are silent.
     *
     * @param isRead whether everything in the log of the partition has been read
     */
    void step(Collection<LaneState> lanes, Predicate<LaneState> isRead) {
        if (lanes.isEmpty() || System.nanoTime() - looked < LOOK.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        Instant now = clock.instant();
        List<LocalDate> requested = IngestPoll.await(inputs.requested());
        for (LaneState lane : lanes) {
            requested.stream()
                    .filter(day ->
                            !lane.frozen().contains(day) && !StatDay.cutoff(day).isAfter(now))
                    .forEach(day -> freeze(lane, day));
            if (!StatDay.deadline(lane.frozen().next()).isAfter(now) && isRead.test(lane)) {
                freezeNext(lane);
            }
        }
    }

    private void freeze(LaneState lane, LocalDate day) {
        int shops = inputs.freeze(lane, day).await().atMost(PATIENCE);
        lane.frozen().froze(day);
        LOG.infof("Inputs frozen: day=%s partition=%d shops=%d", day, lane.partition(), shops);
    }
}
