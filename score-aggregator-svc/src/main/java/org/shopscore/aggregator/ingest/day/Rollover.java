package org.shopscore.aggregator.ingest.day;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.lane.MovedDays;
import org.shopscore.aggregator.ingest.lane.Window;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.Maturing;
import org.shopscore.metric.BusinessDay;

/**
 * Moves the window on when the business day changes: every shop with a tile on a day that leaves or enters, or of which anything
 * matures or has been long enough, is announced, in memory or not. The day counts as done when they are stored; a crash before repeats it.
 */
public final class Rollover {

    private static final Logger LOG = Logger.getLogger(Rollover.class);

    private final Pool pool;
    private final Clock clock;

    public Rollover(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public void step(Collection<LaneState> lanes) {
        LocalDate today = BusinessDay.of(clock.instant());
        var behind = lanes.stream()
                .filter(lane -> lane.unannounced().day().isBefore(today))
                .toList();
        if (!behind.isEmpty()) {
            var window = Window.endingOn(today);
            int shops = behind.stream().mapToInt(lane -> move(lane, window)).sum();
            LOG.infof("The business day changed: day=%s partitions=%d shops=%d", today, behind.size(), shops);
        }
    }

    /** The sums may have been read for a later day than the shops were announced for, but never for an earlier one. */
    private int move(LaneState lane, Window window) {
        Maturing maturing = lane.counting().maturing();
        Counting next = window.counting(maturing);
        Counting announced = Window.endingOn(lane.unannounced().day()).counting(maturing);
        var moved = Awaited.of(MovedDays.read(pool, lane.partition(), announced, next));
        if (lane.counting().to() < next.to()) {
            lane.moveTo(next, moved);
        }
        var shops = moved.changes(announced, next).keySet();
        shops.forEach(lane.unannounced()::add);
        lane.unannounced().completes(window.today());
        return shops.size();
    }
}
