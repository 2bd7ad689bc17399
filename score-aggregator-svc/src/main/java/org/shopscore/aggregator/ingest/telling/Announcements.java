package org.shopscore.aggregator.ingest.telling;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.lane.PackedWindow;
import org.shopscore.aggregator.ingest.lane.Unannounced;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.MeasureBook;

/**
 * Tells the {@link Announcer} what has been committed: this process at once, all others one round at a time, while the next records
 * are read. What could not be told is kept and told again; the group offset never passes it.
 */
public final class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Announcer announcer;
    private final ToldPartitions rows;
    private final MeasureBook book;
    private final TellingMetrics metrics;
    private final LaneTelling telling;
    private final Map<LaneState, TellingPace> paces = new HashMap<>();
    private CompletableFuture<List<LaneTelling.Told>> round = CompletableFuture.completedFuture(List.of());
    private long restUntil = System.nanoTime();
    private boolean failing;

    /** @param teller makes what is told: of one thread, so that the loop does not stand in line behind many */
    public Announcements(
            Announcer announcer, ToldPartitions rows, MeasureBook book, TellingMetrics metrics, Executor teller) {
        this.announcer = announcer;
        this.rows = rows;
        this.book = book;
        this.metrics = metrics;
        telling = new LaneTelling(announcer, metrics, teller);
    }

    /**
     * Does not wait for an answer.
     *
     * @param backlog what is left to read
     */
    public void step(Collection<LaneState> lanes, Backlog backlog) {
        paces.keySet().retainAll(lanes);
        step(
                lanes,
                lane -> lane.unannounced().tellsAgain()
                        || pace(lane).isDue(lane.position(), backlog.records(lane.partition()), System.nanoTime()));
    }

    private TellingPace pace(LaneState lane) {
        return paces.computeIfAbsent(lane, one -> new TellingPace(one.position(), System.nanoTime()));
    }

    private void step(Collection<LaneState> lanes, Predicate<LaneState> isDue) {
        for (LaneState lane : lanes) {
            announcer.nextMoved(lane.partition()).forEach(lane.unannounced()::add);
            learn(lane);
        }
        if (round.isDone()) {
            finish(lanes);
            if (System.nanoTime() - restUntil >= 0) {
                begin(lanes, isDue);
            }
        }
    }

    public boolean underWay() {
        return !round.isDone();
    }

    /** Tells what two rounds take, and waits for them, but not for ever; the rest is told by the next owner. */
    public void drain(Collection<LaneState> lanes, Duration atMost) {
        step(lanes, _ -> true);
        try {
            round.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            step(lanes, _ -> true);
            round.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            finish(lanes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.infof("The last scores will be announced by the next owner: reason=%s", e.toString());
        }
    }

    private void learn(LaneState lane) {
        var shops = lane.unannounced().nextUnlearned();
        if (!shops.isEmpty()) {
            var ids = book.ids();
            var sums = shops.stream()
                    .map(shop -> new ShopSums(shop, PackedWindow.of(lane.shops().packed(shop), ids, lane.matured())))
                    .toList();
            long n = lane.unannounced().nextNumber();
            announcer.learn(lane.partition(), lane.epoch(), n, lane.window().today(), sums);
        }
    }

    private void begin(Collection<LaneState> lanes, Predicate<LaneState> isDue) {
        var begun = new ArrayList<Uni<LaneTelling.Told>>();
        for (LaneState lane : lanes) {
            if (lane.unannounced().waiting(lane.position()) && isDue.test(lane)) {
                begun.add(telling.tell(lane, next(lane)));
            }
        }
        if (!begun.isEmpty()) {
            long since = System.nanoTime();
            round = Uni.join()
                    .all(begun)
                    .andCollectFailures()
                    .onItem()
                    .invoke(_ -> metrics.round(Duration.ofNanos(System.nanoTime() - since)))
                    .subscribeAsCompletionStage();
        }
    }

    private Unannounced.Batch next(LaneState lane) {
        LocalDate today = lane.window().today();
        var again = lane.unannounced().nextAgain(shop -> announcer.knows(lane.partition(), shop, today));
        learn(lane);
        long waiting = lane.unannounced().shops() + again.size();
        var batch = lane.unannounced().next(lane.position(), again);
        pace(lane).tells(batch.changed().size() + again.size(), waiting, lane.position(), System.nanoTime());
        return batch;
    }

    private void finish(Collection<LaneState> lanes) {
        var told = round.join();
        round = CompletableFuture.completedFuture(List.of());
        if (told.isEmpty()) {
            return;
        }
        boolean all = told.stream().allMatch(LaneTelling.Told::stored);
        if (failing == all) {
            LOG.warnf(all ? "Scores are stored again" : "Scores cannot be stored, they are kept for later");
            failing = !all;
        }
        restUntil = all ? restUntil : System.nanoTime() + REST.toNanos();
        told.stream().filter(one -> lanes.contains(one.lane())).forEach(this::settle);
    }

    private void settle(LaneTelling.Told told) {
        LaneState lane = told.lane();
        var batch = told.batch();
        if (!told.stored()) {
            lane.unannounced().failed(batch);
            return;
        }
        if (batch.through().day().isAfter(lane.unannounced().announcedDay())) {
            Awaited.of(rows.rolled(lane, batch.through().day()));
        }
        lane.unannounced().told(batch);
        if (batch.whole()) {
            Awaited.of(rows.toldAll(lane));
            telling.whole(lane);
        }
    }
}
