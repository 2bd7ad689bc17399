package org.shopscore.aggregator.ingest;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * What a partition still has to tell: shops with new sums, the offset and the business day that are told with them; and, after what was
 * told has been lost, all others, a few at a time.
 */
final class Unannounced {

    /**
     * What is told in one go.
     *
     * @param shops  the sums of each, packed
     * @param offset up to which all records are told with it
     * @param day    for which all shops of the partition are told with it
     * @param whole  whether every shop has been told with it
     */
    record Batch(long n, Map<String, byte[]> shops, long offset, LocalDate day, boolean whole) {}

    /** So that a round is over in a second or two, whatever has piled up. */
    private static final int MOST = 5_000;

    /** So that who has changed does not wait long behind who has not. */
    private static final int MOST_AGAIN = 500;

    private final Set<String> shops = new LinkedHashSet<>();

    /** Those that could not be told everywhere. */
    private final Set<String> owed = new LinkedHashSet<>();

    private final Queue<String> again = new ArrayDeque<>();
    private boolean tellsAgain;
    private long batches;
    private long announcedOffset = -1;
    private LocalDate announcedDay;
    private LocalDate day;

    Unannounced(LocalDate day) {
        this.announcedDay = day;
        this.day = day;
    }

    void add(String shopId) {
        shops.add(shopId);
    }

    /** The shops added so far complete the day. */
    void completes(LocalDate newDay) {
        day = newDay;
    }

    /** Every shop is told, whether it has changed or not. */
    void tellAgain(Collection<String> all) {
        again.clear();
        again.addAll(all);
        tellsAgain = true;
    }

    boolean tellsAgain() {
        return tellsAgain;
    }

    /**
     * Takes out what is due next, with the sums as they are now.
     *
     * @param alsoOwed whether it is time to try again what failed
     */
    Batch next(long offset, LaneShops known, boolean alsoOwed) {
        var sums = new LinkedHashMap<String, byte[]>();
        take(shops, MOST, sums, known);
        if (alsoOwed) {
            take(owed, MOST_AGAIN, sums, known);
            take(again, MOST_AGAIN, sums, known);
        }
        boolean isAll = shops.isEmpty() && owed.isEmpty();
        return new Batch(
                ++batches,
                sums,
                isAll ? offset : announcedOffset,
                isAll ? day : announcedDay,
                isAll && tellsAgain && again.isEmpty());
    }

    private static void take(Collection<String> from, int most, Map<String, byte[]> sums, LaneShops known) {
        Iterator<String> shops = from.iterator();
        for (int n = 0; n < most && shops.hasNext(); n++) {
            String shop = shops.next();
            sums.put(shop, known.packed(shop));
            shops.remove();
        }
    }

    void told(Batch batch) {
        announcedOffset = batch.offset();
        announcedDay = batch.day();
        tellsAgain = tellsAgain && !batch.whole();
    }

    /** Takes it back in. */
    void failed(Batch batch) {
        owed.addAll(batch.shops().keySet());
    }

    /** Whether {@link #next} has something to tell. */
    boolean waiting(long offset, boolean alsoOwed) {
        boolean isDue = tellsAgain || !owed.isEmpty() || announcedOffset < offset || !announcedDay.equals(day);
        return !shops.isEmpty() || (alsoOwed && isDue);
    }

    /** Records below have been announced; -1 when none was yet. */
    long announcedOffset() {
        return announcedOffset;
    }

    /** The day all shops are, or are being, announced for. */
    LocalDate day() {
        return day;
    }

    LocalDate announcedDay() {
        return announcedDay;
    }
}
