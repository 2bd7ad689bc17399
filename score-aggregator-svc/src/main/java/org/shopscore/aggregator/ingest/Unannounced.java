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

    /** So that a step of the loop stays short when a day changes for all of them. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Set<String> unlearned = new LinkedHashSet<>();
    private final Set<String> shops = new LinkedHashSet<>();
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
        unlearned.add(shopId);
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

    /** Takes out some of those whose new sums this process does not answer by yet. */
    Map<String, byte[]> nextUnlearned(LaneShops known) {
        return take(unlearned, MOST_AT_ONCE, known);
    }

    /** Grows with whatever is told. */
    long nextNumber() {
        return ++batches;
    }

    /** Takes out what is due next, with the sums as they are now. */
    Batch next(long offset, LaneShops known) {
        var sums = take(shops, MOST, known);
        sums.putAll(take(again, MOST_AGAIN, known));
        boolean isAll = shops.isEmpty();
        return new Batch(
                nextNumber(),
                sums,
                isAll ? offset : announcedOffset,
                isAll ? day : announcedDay,
                isAll && tellsAgain && again.isEmpty());
    }

    private static Map<String, byte[]> take(Collection<String> from, int most, LaneShops known) {
        var sums = new LinkedHashMap<String, byte[]>();
        for (Iterator<String> shops = from.iterator(); shops.hasNext() && sums.size() < most; shops.remove()) {
            String shop = shops.next();
            sums.put(shop, known.packed(shop));
        }
        return sums;
    }

    void told(Batch batch) {
        announcedOffset = batch.offset();
        announcedDay = batch.day();
        tellsAgain = tellsAgain && !batch.whole();
    }

    /** Takes it back in. */
    void failed(Batch batch) {
        shops.addAll(batch.shops().keySet());
    }

    boolean waiting(long offset) {
        return !shops.isEmpty() || tellsAgain || announcedOffset < offset || !announcedDay.equals(day);
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
