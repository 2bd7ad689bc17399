package org.shopscore.suite.replay.scms;

/** What the data leaves open, and the rule by which it becomes an order all the same. */
enum Rule {
    PAID_WHEN_ORDERED("paid when the order was sent to the vendor"),
    PAID_ON_FIRST_DAY(
            "no day of the order (Date Not Captured, N/A - From RDC): paid on the first day that is known of it"),
    PAID_AFTER_DELIVERY("paid after its delivery: counts with the days it bears"),
    HANDED_OVER_AT_DELIVERY("no hand-over in the data: due on the promised day, handed over when delivered"),
    OUTSIDE_THE_BOUNDS("a day outside of the last 1,100 days: reported here, not sent");

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
