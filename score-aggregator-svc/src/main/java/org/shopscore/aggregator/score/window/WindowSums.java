package org.shopscore.aggregator.score.window;

import org.shopscore.aggregator.policy.metric.Maturities;

/** What one shop's measures sum up to over a score's window. */
@FunctionalInterface
public interface WindowSums {

    /** @return 0 for a measure that was never counted, and for what has matured of one */
    long sum(String measure);

    /** What was counted as it matured, also where that came to nothing; of anything else that matures the sum is not known. */
    default Maturities matured() {
        return Maturities.NONE;
    }
}
