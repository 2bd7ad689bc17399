package org.shopscore.aggregator.policy.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * From when on a policy holds.
 *
 * @param policy        its reference, e.g. {@code exp-score-5/2026.1.0}
 * @param effectiveFrom the first stat date whose official scores it makes
 * @param visibleFrom   the instant from which on all provisional scores are its
 */
public record Switch(String switchId, String policy, LocalDate effectiveFrom, Instant visibleFrom) {

    /** Whether it is later than the other in both. */
    boolean follows(Switch other) {
        return !effectiveFrom.isBefore(other.effectiveFrom) && visibleFrom.isAfter(other.visibleFrom);
    }
}
