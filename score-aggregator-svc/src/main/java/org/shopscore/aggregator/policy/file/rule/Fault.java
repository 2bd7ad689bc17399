package org.shopscore.aggregator.policy.file.rule;

import java.util.Comparator;

/** One rule that a policy document breaks, and where; lines and columns count from 1. */
public record Fault(int line, int column, String pointer, String rule) implements Comparable<Fault> {

    private static final Comparator<Fault> IN_READING_ORDER =
            Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column).thenComparing(Fault::rule);

    public String in(String file) {
        return "%s:%d:%d: %s%s".formatted(file, line, column, pointer.isEmpty() ? "" : pointer + " ", rule);
    }

    @Override
    public int compareTo(Fault other) {
        return IN_READING_ORDER.compare(this, other);
    }
}
