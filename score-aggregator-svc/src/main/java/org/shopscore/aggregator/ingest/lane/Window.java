package org.shopscore.aggregator.ingest.lane;

import java.time.LocalDate;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.Maturing;

/** The 30 business days whose sums are scored, as days of the epoch, both ends included. */
public record Window(int from, int to) {

    static final int DAYS = 30;

    public static Window endingOn(LocalDate today) {
        int to = Math.toIntExact(today.toEpochDay());
        return new Window(to - DAYS + 1, to);
    }

    public Counting counting(Maturing maturing) {
        return new Counting(from, to, maturing);
    }

    public LocalDate today() {
        return LocalDate.ofEpochDay(to);
    }
}
