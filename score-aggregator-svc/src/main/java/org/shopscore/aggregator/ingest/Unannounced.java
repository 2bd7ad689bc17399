package org.shopscore.aggregator.ingest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shopscore.aggregator.tile.Amounts;

/** What a partition still has to tell: shops with new sums, the offset and the business day that are told with them. */
final class Unannounced {

    /**
     * What is told in one go.
     *
     * @param offset up to which all records are told with it
     * @param day    for which all shops of the partition are told with it
     */
    record Batch(long n, Map<String, Amounts> shops, long offset, LocalDate day) {}

    private Map<String, Amounts> shops = new LinkedHashMap<>();
    private long batches;
    private long announcedOffset = -1;
    private LocalDate announcedDay;
    private LocalDate day;

    Unannounced(LocalDate day) {
        this.announcedDay = day;
        this.day = day;
    }

    void add(String shopId, Amounts sums) {
        shops.put(shopId, sums);
    }

    /** The shops added so far complete the day. */
    void completes(LocalDate newDay) {
        day = newDay;
    }

    /** Takes everything out. */
    Batch next(long offset) {
        var batch = new Batch(++batches, shops, offset, day);
        shops = new LinkedHashMap<>();
        return batch;
    }

    void told(Batch batch) {
        announcedOffset = batch.offset();
        announcedDay = batch.day();
    }

    /** Takes it back in; what has changed since stays. */
    void failed(Batch batch) {
        batch.shops().forEach(shops::putIfAbsent);
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
