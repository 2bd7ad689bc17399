package org.shopscore.aggregator.ingest.lane;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a partition still has to tell: shops with new sums, which this process has to learn first, the offset and the business day that are
 * told with them; and, after what was told has been lost, all others, a few at a time.
 */
public final class Unannounced {

    /**
     * What is told in one go.
     *
     * @param changed with sums that were never told
     * @param again   told before as they are
     * @param through how far the partition is told with it
     * @param whole   whether every shop has been told with it
     */
    public record Batch(long n, List<String> changed, List<String> again, ToldThrough.Point through, boolean whole) {}

    /** So that a round is over in some tenths of a second, and small in memory, whatever has piled up. */
    private static final int MOST = 1_000;

    /** So that who has changed does not wait long behind who has not. */
    private static final int MOST_AGAIN = 500;

    /** So that a step of the loop stays short when a day changes for all of them. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Set<String> unlearned = new LinkedHashSet<>();
    private final Set<String> shops = new LinkedHashSet<>();
    private final Queue<String> again = new ArrayDeque<>();
    private boolean tellsAgain;
    private long batches;
    private final ToldThrough through;
    private LocalDate day;

    Unannounced(LocalDate day) {
        this.through = new ToldThrough(new ToldThrough.Point(-1, day));
        this.day = day;
    }

    public void add(String shopId) {
        unlearned.add(shopId);
    }

    /** The shops added so far complete the day. */
    public void completes(LocalDate newDay) {
        day = newDay;
    }

    /** Every shop is told, whether it has changed or not. */
    void tellAgain(Collection<String> all) {
        again.clear();
        again.addAll(all);
        tellsAgain = true;
    }

    public boolean tellsAgain() {
        return tellsAgain;
    }

    /** Takes out some that this process has to learn before they are told. */
    public List<String> nextUnlearned() {
        var next = take(unlearned, MOST_AT_ONCE);
        shops.addAll(next);
        return next;
    }

    /**
     * Takes out some of those that are told again.
     *
     * @param isKnown false for one that has to be learned first
     * @return those that have not
     */
    public List<String> nextAgain(Predicate<String> isKnown) {
        var next = take(again, MOST_AGAIN);
        Map<Boolean, List<String>> known = next.stream().collect(Collectors.partitioningBy(isKnown));
        unlearned.addAll(known.get(false));
        return known.get(true);
    }

    /** Grows with whatever is told. */
    public long nextNumber() {
        return ++batches;
    }

    /**
     * Takes out what is due next.
     *
     * @param known to be told with it, of those that are told again
     */
    public Batch next(long offset, List<String> known) {
        var changed = take(shops, MOST);
        return new Batch(
                nextNumber(),
                changed,
                known,
                through.with(changed.size(), changed(), new ToldThrough.Point(offset, day)),
                changed() == 0 && tellsAgain && again.isEmpty());
    }

    /** How many shops have to be told, whether changed or again. */
    public long shops() {
        return changed() + again.size();
    }

    private long changed() {
        return (long) shops.size() + unlearned.size();
    }

    private static List<String> take(Collection<String> from, int most) {
        var next = new ArrayList<String>();
        for (Iterator<String> shops = from.iterator(); shops.hasNext() && next.size() < most; shops.remove()) {
            next.add(shops.next());
        }
        return next;
    }

    public void told(Batch batch) {
        through.told(batch.through());
        tellsAgain = tellsAgain && !batch.whole();
    }

    /** Takes it back in, to be learned anew: a part of it may have been told, and no version is told twice with different scores. */
    public void failed(Batch batch) {
        unlearned.addAll(batch.changed());
        unlearned.addAll(batch.again());
        through.waitsFor(changed());
    }

    public boolean waiting(long offset) {
        return !shops.isEmpty()
                || !unlearned.isEmpty()
                || tellsAgain
                || announcedOffset() < offset
                || !announcedDay().equals(day);
    }

    /** Records below have been announced; -1 when none was yet. */
    public long announcedOffset() {
        return through.told().offset();
    }

    /** The day all shops are, or are being, announced for. */
    public LocalDate day() {
        return day;
    }

    public LocalDate announcedDay() {
        return through.told().day();
    }
}
