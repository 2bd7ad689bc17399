package org.shopscore.outbox;

import org.shopscore.metric.Contribution;

/**
 * A fact as a walk over a service's rows meets it.
 *
 * @param key  of the row, unique and ordered within its kind
 * @param ref  the fact's name in its events
 * @param kept what was sent for it
 * @param now  what it contributes by today's function of its state
 */
public record FactRow(String key, String shopId, String ref, Contribution kept, Contribution now) {

    /** Whether something else was sent for it than it contributes now. */
    boolean isStale() {
        return !now.equals(kept);
    }
}
