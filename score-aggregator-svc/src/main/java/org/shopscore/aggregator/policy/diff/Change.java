package org.shopscore.aggregator.policy.diff;

import java.util.List;
import java.util.Optional;

/**
 * One difference between two documents.
 *
 * @param path names from the outside in; a metric, bonus, deduction group, level or entitlement by its own name
 * @param was  as people read it; empty for what is new
 * @param is   empty for what is gone
 */
public record Change(List<String> path, Optional<String> was, Optional<String> is) {

    public Change {
        path = List.copyOf(path);
    }
}
