package org.shopscore.aggregator.score;

/** What one shop's measures sum up to over a score's window. */
@FunctionalInterface
public interface WindowSums {

    /** @return 0 for a measure that was never counted */
    long sum(String measure);
}
