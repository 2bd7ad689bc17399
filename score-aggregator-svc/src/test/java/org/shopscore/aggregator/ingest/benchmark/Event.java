package org.shopscore.aggregator.ingest.benchmark;

/** One fact of a load. */
final class Event {

    final long n;
    final int shop;
    final Kind kind;

    /** In the order of the kind's measures. */
    final long[] amounts;

    final int daysAgo;
    final int secondOfDay;

    Event(long n, int shop, Kind kind, long[] amounts, int daysAgo, int secondOfDay) {
        this.n = n;
        this.shop = shop;
        this.kind = kind;
        this.amounts = amounts;
        this.daysAgo = daysAgo;
        this.secondOfDay = secondOfDay;
    }

    boolean isTakenBack() {
        return amounts[0] < 0;
    }
}
