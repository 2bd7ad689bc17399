package org.shopscore.aggregator.ingest;

import java.time.LocalDate;

/** The 30 business days whose sums are scored, as days of the epoch, both ends included. */
record Window(int from, int to) {

    static final int DAYS = 30;

    static Window endingOn(LocalDate today) {
        int to = Math.toIntExact(today.toEpochDay());
        return new Window(to - DAYS + 1, to);
    }

    boolean holds(int day) {
        return from <= day && day <= to;
    }

    LocalDate today() {
        return LocalDate.ofEpochDay(to);
    }

    LocalDate firstDay() {
        return LocalDate.ofEpochDay(from);
    }
}
