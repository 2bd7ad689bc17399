package org.shopscore.aggregator.ingest.lane;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.aggregator.ingest.sequence.Sequence;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.tile.Counting;

/**
 * Memory of an owned partition. It only ever holds what is committed: a draft of a poll changes it after the commit, and it is
 * thrown away as soon as anything else may have happened.
 */
public final class LaneState {

    /**
     * What the database knew when the partition was taken.
     *
     * @param logId of the topic that {@code nextOffset} is in
     */
    public record Taken(
            int partition,
            long epoch,
            UUID logId,
            long nextOffset,
            LocalDate rolledTo,
            boolean tellAll,
            FrozenDays frozen,
            Map<Life, Sequence> sequences) {

        /** The same, of another log that is read from there: how far the old one was announced says nothing of it. */
        public Taken of(UUID log, long offset) {
            return new Taken(partition, epoch, log, offset, rolledTo, true, frozen, sequences);
        }
    }

    private final Taken taken;
    private final long decidedUntil;
    private final Map<Life, Sequence> sequences;
    private LaneShops shops;
    private final Unfolded unfolded = new Unfolded();
    private final Unannounced unannounced;
    private long nextOffset;
    private long position;
    private Counting counting;
    private boolean owned = true;

    /**
     * @param shops        their sums as they are counted, read after the taking
     * @param start        the offset to read on from
     * @param decidedUntil records below were applied or set aside before, but perhaps never announced
     */
    public LaneState(Taken taken, LaneShops shops, long start, long decidedUntil, Counting counting) {
        this.taken = taken;
        this.shops = shops;
        this.position = start;
        this.decidedUntil = decidedUntil;
        this.counting = counting;
        sequences = new HashMap<>(taken.sequences());
        nextOffset = taken.nextOffset();
        unannounced = new Unannounced(taken.rolledTo());
    }

    /** @param known shops of the partition besides those in the window */
    public void tellAgain(Stream<String> known) {
        var all = new LinkedHashSet<>(shops.ids());
        known.forEach(all::add);
        unannounced.tellAgain(all);
    }

    public int partition() {
        return taken.partition();
    }

    public long epoch() {
        return taken.epoch();
    }

    public UUID logId() {
        return taken.logId();
    }

    public boolean decided(long offset) {
        return offset < decidedUntil;
    }

    /** The next offset that is not in the tiles, as in the database. */
    public long nextOffset() {
        return nextOffset;
    }

    public Window window() {
        return new Window(counting.from(), counting.to());
    }

    /** What days add to the sums. */
    public Counting counting() {
        return counting;
    }

    /** What the sums hold besides those of measures. */
    public Maturities matured() {
        return counting.maturing().maturities();
    }

    public Map<Life, Sequence> sequences() {
        return sequences;
    }

    public LaneShops shops() {
        return shops;
    }

    /** What stands in the database in rows of polls, not yet in pages. */
    public Unfolded unfolded() {
        return unfolded;
    }

    /** Shops whose scores may not be known outside yet. */
    public Unannounced unannounced() {
        return unannounced;
    }

    public FrozenDays frozen() {
        return taken.frozen();
    }

    /** The next offset to come: all records below since the start are in this memory. */
    public long position() {
        return position;
    }

    /** Records below the offset are in the database and in this memory. */
    public void committedUntil(long offset) {
        nextOffset = Math.max(nextOffset, offset);
        position = offset;
    }

    /** For another thread: what it does is over, or will not begin, once the partition is disowned. */
    public synchronized Uni<Void> whileOwned(Supplier<Uni<Void>> work) {
        return owned ? work.get() : Uni.createFrom().failure(new Fenced(1, 0));
    }

    public synchronized void disown() {
        owned = false;
    }

    /** The sums are moved on to the window of another day. */
    public void moveTo(Counting next, MovedDays moved) {
        shops.move(moved.changes(counting, next));
        counting = next;
    }

    /** @param read the same tiles, counted in another way: every shop is to be announced */
    public void countAnew(LaneShops read, Counting next) {
        shops = read;
        counting = next;
        read.ids().forEach(unannounced::add);
    }
}
