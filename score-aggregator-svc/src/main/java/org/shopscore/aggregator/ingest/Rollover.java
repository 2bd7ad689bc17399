package org.shopscore.aggregator.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shopscore.metric.BusinessDay;

/**
 * Moves the window on when the business day changes: every shop with a tile on a day that leaves or enters is announced, in
 * memory or not. The day counts as done when they are stored; a crash before repeats it.
 */
final class Rollover {

    private static final Logger LOG = Logger.getLogger(Rollover.class);
    private static final int AT_ONCE = 1_000;

    private final IngestReads reads;
    private final Clock clock;

    Rollover(IngestReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    void step(Collection<LaneState> lanes) {
        LocalDate today = BusinessDay.of(clock.instant());
        lanes.stream()
                .filter(lane -> lane.window().today().isBefore(today))
                .forEach(lane -> lane.moveTo(Window.endingOn(today)));
        var behind = lanes.stream()
                .filter(lane -> lane.unannounced().day().isBefore(today))
                .toList();
        if (!behind.isEmpty()) {
            int shops = behind.stream().mapToInt(this::announceMoved).sum();
            LOG.infof("The business day changed: day=%s partitions=%d shops=%d", today, behind.size(), shops);
        }
    }

    private int announceMoved(LaneState lane) {
        var before = Window.endingOn(lane.unannounced().day());
        List<String> shops = IngestPoll.await(reads.moved(lane.partition(), before, lane.window()));
        for (int from = 0; from < shops.size(); from += AT_ONCE) {
            announce(lane, shops.subList(from, Math.min(from + AT_ONCE, shops.size())));
        }
        lane.unannounced().completes(lane.window().today());
        return shops.size();
    }

    private void announce(LaneState lane, List<String> shops) {
        Set<String> unknown = new HashSet<>(shops);
        unknown.removeAll(lane.shops().keySet());
        var loaded = IngestPoll.await(reads.load(new Loaded.Wanted(unknown, Set.of()), lane.window()));
        for (String shop : shops) {
            Optional<ShopState> known = lane.shop(shop);
            lane.unannounced()
                    .add(shop, known.orElseGet(() -> loaded.shops().get(shop)).sums());
        }
    }
}
