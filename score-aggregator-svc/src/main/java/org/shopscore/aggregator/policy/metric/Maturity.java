package org.shopscore.aggregator.policy.metric;

import java.util.Comparator;
import java.util.Optional;

/**
 * A measure whose facts count only so many days after their day (rules.md 5.2). What has matured of it is a count of its own, beside that of
 * the window's own days, under a name that no measure can have.
 *
 * @param days 1 to {@value #MOST_DAYS}
 */
public record Maturity(String measure, int days) implements Comparable<Maturity> {

    /** A window reads no days that are longer ago than so many before its first. */
    public static final int MOST_DAYS = 60;

    private static final char AFTER = '@';
    private static final Comparator<Maturity> ORDER =
            Comparator.comparing(Maturity::measure).thenComparingInt(Maturity::days);

    public Maturity {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be 1 to " + MOST_DAYS + ", was " + days);
        }
    }

    /** What is counted under the name; empty for a measure's own name. */
    public static Optional<Maturity> named(String name) {
        int after = name.indexOf(AFTER);
        return after < 0
                ? Optional.empty()
                : Optional.of(new Maturity(name.substring(0, after), Integer.parseInt(name.substring(after + 1))));
    }

    /** The measure that is counted under the name, its own or that of what has matured of it. */
    public static String measureOf(String name) {
        return named(name).map(Maturity::measure).orElse(name);
    }

    /** Under which it is counted, e.g. {@code refund.due@7}. */
    public String name() {
        return measure + AFTER + days;
    }

    /**
     * Whether what a day brought counts in a window, whose both ends are included: it does as if it had come when it matured.
     *
     * @param day of the epoch, as {@code from} and {@code to}
     */
    public boolean counts(long day, long from, long to) {
        return from <= day + days && day + days <= to;
    }

    @Override
    public int compareTo(Maturity other) {
        return ORDER.compare(this, other);
    }
}
