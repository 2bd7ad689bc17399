package org.shopscore.aggregator.entitlement;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.entitlement.Predicate;

/**
 * What is looked at of a shop's official days.
 *
 * @param depth    how many of them, the judged one included
 * @param subjects which dimensions and metrics of each
 */
public record Reach(int depth, Set<String> subjects) {

    public Reach {
        subjects = Set.copyOf(subjects);
    }

    /** All that the policy's entitlements look at. */
    public static Reach of(Policy policy) {
        return new Reach(
                policy.entitlements().stream()
                        .flatMap(Entitlement::predicates)
                        .mapToInt(Predicate::depth)
                        .max()
                        .orElse(1),
                policy.entitlements().stream()
                        .flatMap(Entitlement::predicates)
                        .flatMap(predicate -> predicate.subjects().stream())
                        .filter(subject -> !subject.equals("total") && !subject.equals("growth"))
                        .collect(Collectors.toSet()));
    }

    public boolean covers(Reach other) {
        return depth >= other.depth && subjects.containsAll(other.subjects);
    }

    /** The least that covers both. */
    public Reach and(Reach other) {
        var both = new HashSet<>(subjects);
        both.addAll(other.subjects);
        return new Reach(Math.max(depth, other.depth), both);
    }
}
