package org.shopscore.aggregator.ingest.scan;

import java.util.Arrays;
import org.shopscore.aggregator.tile.Amounts;

/** What one event adds to the tiles of its shop, by day of the epoch; a day on which it comes to nothing is left out. */
public final class EventDays {

    /** Takes a day with what is added to it. */
    @FunctionalInterface
    public interface Each {
        void take(int day, Amounts amounts);
    }

    private int[] days = new int[2];
    private Amounts[] amounts = new Amounts[2];
    private int size;

    /** What is known of the day so far, to be added to. */
    public Amounts on(int day) {
        for (int at = 0; at < size; at++) {
            if (days[at] == day) {
                return amounts[at];
            }
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        days[size] = day;
        amounts[size] = new Amounts();
        return amounts[size++];
    }

    public void forEach(Each each) {
        for (int at = 0; at < size; at++) {
            if (amounts[at].size() > 0) {
                each.take(days[at], amounts[at]);
            }
        }
    }
}
