package org.shopscore.aggregator.policy.file;

import static org.shopscore.aggregator.policy.file.PolicyReader.decimal;
import static org.shopscore.aggregator.policy.file.PolicyReader.text;
import static org.shopscore.aggregator.policy.file.PolicyReader.whole;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.entitlement.Entitlement.PersonalShop;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.policy.file.rule.Part;

/** Makes the entitlements out of a document without faults. */
final class EntitlementReader {

    private static final String MONTHLY = "monthly:";

    static List<Entitlement> entitlements(Part list) {
        return list.items().stream().map(EntitlementReader::entitlement).toList();
    }

    private static Entitlement entitlement(Part part) {
        return new Entitlement(
                text(part.at("code")),
                predicate(part.at("grant")),
                optional(part.at("revoke")),
                optional(part.at("recommend")),
                stages(part),
                personalShop(part.at("personalShop")),
                part.at("evaluate").text().map(every -> Integer.valueOf(every.substring(MONTHLY.length()))),
                part.at("decision").text().isPresent());
    }

    private static Set<String> stages(Part part) {
        var stages = new HashSet<>(
                part.at("stages").items().stream().map(PolicyReader::text).toList());
        if (stages.isEmpty()) {
            stages.add("FORMAL");
        }
        if (part.at("acceptGrowth").node().booleanValue(false)) {
            stages.add("GROWTH");
        }
        return stages;
    }

    private static PersonalShop personalShop(Part part) {
        if (part.node().isMissingNode()) {
            return new PersonalShop.LikeAll();
        }
        return part.text().isPresent()
                ? new PersonalShop.Never()
                : new PersonalShop.OpenedFor(count(part.at("openedDaysGte")));
    }

    private static Optional<Predicate> optional(Part part) {
        return part.node().isMissingNode() ? Optional.empty() : Optional.of(predicate(part));
    }

    private static Predicate predicate(Part part) {
        if (part.node().has("latest")) {
            return new Predicate.Latest(text(part.at("latest")), bound(part));
        }
        if (part.node().has("mean")) {
            return new Predicate.Mean(count(part.at("mean")), text(part.at("of")), bound(part));
        }
        if (part.node().has("everyDay")) {
            return new Predicate.EveryDay(
                    count(part.at("everyDay")),
                    text(part.at("of")),
                    bound(part),
                    part.at("maxPaddingShare").decimal());
        }
        if (part.node().has("belowRun")) {
            return new Predicate.BelowRun(count(part.at("belowRun")), predicate(part.at("of")));
        }
        if (part.node().has("passes")) {
            return new Predicate.Passes(count(part.at("passes")), count(part.at("ofMonths")), predicate(part.at("of")));
        }
        return part.node().has("none")
                ? new Predicate.NoSevereViolation()
                : new Predicate.All(part.at("all").items().stream()
                        .map(EntitlementReader::predicate)
                        .toList());
    }

    private static Bound bound(Part part) {
        return Arrays.stream(Bound.Comparison.values())
                .filter(is -> part.node().has(name(is)))
                .map(is -> new Bound(is, decimal(part.at(name(is)))))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Bound.Comparison is) {
        return is.name().toLowerCase(Locale.ROOT);
    }

    private static int count(Part part) {
        return Math.toIntExact(whole(part));
    }

    private EntitlementReader() {}
}
