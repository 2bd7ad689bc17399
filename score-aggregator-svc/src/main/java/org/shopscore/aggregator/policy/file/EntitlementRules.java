package org.shopscore.aggregator.policy.file;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.Predicate;

/** Entitlements look back no farther than corrected days are judged again. */
final class EntitlementRules {

    static Stream<Fault> predicatesLookBackSoFarAtMost(Part root) {
        return root.at("entitlements").items().stream()
                .flatMap(
                        entitlement -> Stream.of("grant", "revoke", "recommend").map(entitlement::at))
                .flatMap(predicate -> depth(predicate).stream()
                        .filter(days -> days > Predicate.FARTHEST)
                        .mapToObj(days -> predicate.fault("must look back over %d days at most, looks back over %d"
                                .formatted(Predicate.FARTHEST, days))));
    }

    /** As {@link Predicate#depth} counts it; empty where it cannot be read. */
    private static OptionalLong depth(Part predicate) {
        if (predicate.node().has("belowRun")) {
            long run = days(predicate, "belowRun");
            return OptionalLong.of(run + depth(predicate.at("of")).orElse(1) - 1);
        }
        return Stream.concat(
                        Stream.of(days(predicate, "mean"), days(predicate, "everyDay")),
                        predicate.at("all").items().stream()
                                .flatMap(part -> depth(part).stream().boxed()))
                .mapToLong(Long::longValue)
                .max();
    }

    private static long days(Part predicate, String name) {
        return predicate.node().path(name).asLong(0);
    }

    private EntitlementRules() {}
}
