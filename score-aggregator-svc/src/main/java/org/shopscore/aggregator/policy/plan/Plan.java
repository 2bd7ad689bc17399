package org.shopscore.aggregator.policy.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which policy holds when.
 *
 * @param switches in the order in which they were made, at least one; each follows the one before it
 */
public record Plan(List<Switch> switches) {

    public Plan {
        switches = List.copyOf(switches);
        if (switches.isEmpty()) {
            throw new IllegalArgumentException("a plan must have at least one switch");
        }
        for (int i = 1; i < switches.size(); i++) {
            if (!switches.get(i).follows(switches.get(i - 1))) {
                throw new IllegalArgumentException(
                        switches.get(i) + " must be later than the one before, " + switches.get(i - 1));
            }
        }
    }

    /** The one that official scores of a day are made by; of a day before all of them, the earliest (rules.md 5). */
    public Switch of(LocalDate statDate) {
        return switches.reversed().stream()
                .filter(one -> !one.effectiveFrom().isAfter(statDate))
                .findFirst()
                .orElseGet(switches::getFirst);
    }

    /** The one that provisional scores are made by. */
    public Switch at(Instant instant) {
        return switches.reversed().stream()
                .filter(one -> !one.visibleFrom().isAfter(instant))
                .findFirst()
                .orElseGet(switches::getFirst);
    }

    /** That one and those yet to come. */
    public List<Switch> from(Instant instant) {
        return switches.subList(switches.indexOf(at(instant)), switches.size());
    }

    /** Whether the other can be added. */
    public boolean takes(Switch next) {
        return next.follows(switches.getLast());
    }

    /** The last of them that names the policy. */
    public Optional<Switch> lastOf(String policy) {
        return switches.reversed().stream()
                .filter(one -> one.policy().equals(policy))
                .findFirst();
    }
}
