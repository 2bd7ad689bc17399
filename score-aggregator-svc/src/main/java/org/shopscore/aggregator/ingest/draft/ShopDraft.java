package org.shopscore.aggregator.ingest.draft;

import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Counting;

/** One shop as it will be when the batch is committed. */
public final class ShopDraft {

    private final Counting counting;
    private final Amounts sums;
    private final SortedMap<Integer, Amounts> added = new TreeMap<>();
    private boolean touched;

    /** @param sums of the window before the batch; changed by it */
    public ShopDraft(Amounts sums, Counting counting) {
        this.sums = sums;
        this.counting = counting;
    }

    /** Whether the sums of the window stay within their bounds. */
    public boolean fits(EventDays days) {
        boolean[] fit = {true};
        days.forEach((day, more) -> fit[0] &= fits(counting.of(day, more)));
        return fit[0];
    }

    private boolean fits(Amounts more) {
        for (int at = 0; at < more.size(); at++) {
            if (Math.abs(sums.get(more.id(at)) + more.amount(at)) > Amounts.MOST) {
                return false;
            }
        }
        return true;
    }

    public void add(int day, Amounts more) {
        added.computeIfAbsent(day, _ -> new Amounts()).add(more);
        sums.add(counting.of(day, more));
    }

    /** The shop is to be announced. */
    void touch() {
        touched = true;
    }

    boolean touched() {
        return touched;
    }

    /** The sums after the batch. */
    public Amounts sums() {
        return sums;
    }

    /** What the batch adds to each day. */
    SortedMap<Integer, Amounts> added() {
        return added;
    }
}
