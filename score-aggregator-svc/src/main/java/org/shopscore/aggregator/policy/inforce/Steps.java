package org.shopscore.aggregator.policy.inforce;

import java.time.Instant;
import java.util.List;
import org.shopscore.aggregator.score.ScoreEngine;

/** Which policy is in force, and which ones follow at their instants. Pure. */
record Steps(List<Step> steps) {

    /** @param fromNanos of {@link System#nanoTime} */
    record Step(Instant from, long fromNanos, ScoreEngine engine) {}

    ScoreEngine inForce() {
        return steps.getFirst().engine();
    }

    private Instant reached() {
        return steps.getFirst().from();
    }

    boolean isDue(long nanos) {
        return steps.size() > 1 && nanos - steps.get(1).fromNanos() >= 0;
    }

    Steps at(long nanos) {
        return isDue(nanos) ? new Steps(steps.subList(1, steps.size())).at(nanos) : this;
    }

    /** Without those before the other's: neither a time that is known better nor an answer that comes late undoes what was seen. */
    Steps notBefore(Steps seen) {
        var left = steps.stream()
                .dropWhile(step -> step.from().isBefore(seen.reached()))
                .toList();
        return left.isEmpty() ? seen : new Steps(left);
    }
}
