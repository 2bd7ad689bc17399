package org.shopscore.aggregator.ingest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a partition still has to tell: shops with new sums, the offset and the business day that are told with them. */
final class Unannounced {

    /**
     * What is told in one go.
     *
     * @param shops  the sums of each, packed
     * @param offset up to which all records are told with it
     * @param day    for which all shops of the partition are told with it
     */
    record Batch(long n, Map<String, byte[]> shops, long offset, LocalDate day) {}

    private final Set<String> shops = new LinkedHashSet<>();
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

    /** Takes everything out, with the sums as they are now. */
    Batch next(long offset, LaneShops known) {
        var sums = new LinkedHashMap<String, byte[]>();
        shops.forEach(shop -> sums.put(shop, known.packed(shop)));
        shops.clear();
        return new Batch(++batches, sums, offset, day);
    }

    void told(Batch batch) {
        announcedOffset = batch.offset();
        announcedDay = batch.day();
    }

    /** Takes it back in. */
    void failed(Batch batch) {
        shops.addAll(batch.shops().keySet());
    }

    boolean waiting(long offset) {
        return !shops.isEmpty() || announcedOffset < offset || !announcedDay.equals(day);
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
