package org.shopscore.aggregator.policy.file.rule;

import java.util.stream.Stream;
import org.shopscore.aggregator.policy.entitlement.Predicate;

/** What entitlements ask for can be had, and lies no farther back than corrected days are judged again. */
final class EntitlementRules {

    static Stream<Fault> predicatesLookBackSoFarAtMost(Part root) {
        return predicates(root).flatMap(predicate -> {
            long days = depth(predicate);
            return days > Predicate.FARTHEST
                    ? Stream.of(predicate.fault("must look back over %d days at most, looks back over %d"
                            .formatted(Predicate.FARTHEST, days)))
                    : Stream.of();
        });
    }

    static Stream<Fault> noMoreMonthsPassThanThereAre(Part root) {
        return predicates(root)
                .flatMap(EntitlementRules::withParts)
                .filter(predicate -> number(predicate, "ofMonths") > 0
                        && number(predicate, "passes") > number(predicate, "ofMonths"))
                .map(predicate -> predicate
                        .at("passes")
                        .fault("must not be above ofMonths %d, was %d"
                                .formatted(number(predicate, "ofMonths"), number(predicate, "passes"))));
    }

    /** On each of several days, or at each of several month ends, days alone can be asked for. */
    static Stream<Fault> monthsStandAlone(Part root) {
        return predicates(root)
                .flatMap(EntitlementRules::withParts)
                .filter(predicate ->
                        predicate.node().has("passes") || predicate.node().has("belowRun"))
                .flatMap(predicate -> withParts(predicate.at("of")))
                .filter(predicate -> predicate.node().has("passes"))
                .map(predicate -> predicate.at("passes").fault("must not stand in belowRun or in other passes"));
    }

    /** What anything is compared with. */
    static Stream<Part> thresholds(Part root) {
        return predicates(root)
                .flatMap(EntitlementRules::withParts)
                .flatMap(predicate -> Stream.of("gte", "gt", "lte", "lt").map(predicate::at));
    }

    private static Stream<Part> predicates(Part root) {
        return root.at("entitlements").items().stream()
                .flatMap(
                        entitlement -> Stream.of("grant", "revoke", "recommend").map(entitlement::at));
    }

    /** It and all that it is made of. */
    private static Stream<Part> withParts(Part predicate) {
        return Stream.concat(
                Stream.of(predicate),
                Stream.concat(Stream.of(predicate.at("of")), predicate.at("all").items().stream())
                        .filter(part -> part.node().isObject())
                        .flatMap(EntitlementRules::withParts));
    }

    /** As {@link Predicate#depth} counts it; what cannot be read counts as the day itself. */
    private static long depth(Part predicate) {
        if (predicate.node().has("belowRun")) {
            return number(predicate, "belowRun") + depth(predicate.at("of")) - 1;
        }
        if (predicate.node().has("passes")) {
            return number(predicate, "ofMonths") * Predicate.LONGEST_MONTH + depth(predicate.at("of")) - 1;
        }
        return Stream.concat(
                        Stream.of(1L, number(predicate, "mean"), number(predicate, "everyDay")),
                        predicate.at("all").items().stream().map(EntitlementRules::depth))
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static long number(Part predicate, String name) {
        return predicate.node().path(name).asLong(0);
    }

    private EntitlementRules() {}
}
