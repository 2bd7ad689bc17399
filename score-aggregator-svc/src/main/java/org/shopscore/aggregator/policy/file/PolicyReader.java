package org.shopscore.aggregator.policy.file;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Bonus.Condition;
import org.shopscore.aggregator.policy.DeductionGroup;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Scale;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.policy.file.rule.Part;
import org.shopscore.aggregator.policy.metric.Diagnostic;
import org.shopscore.aggregator.policy.metric.Knot;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;

/** Makes the records out of a document without faults. */
final class PolicyReader {

    private static final BigDecimal FIVE = new BigDecimal(5);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** The 3.0 knot of rules.md 5.4; on the scale to 100 it is 50 (5.1). */
    private static final BigDecimal OF_FIVE = new BigDecimal("3.00");

    private static final BigDecimal OF_HUNDRED = new BigDecimal(50);
    private static final BigDecimal PART_OF_OTHERS = new BigDecimal("0.60");

    static Policy policy(Part root) {
        var scale = new Scale(
                decimal(root.at("scale").at("min")), decimal(root.at("scale").at("max")));
        return new Policy(
                text(root.at("policyId")),
                text(root.at("version")),
                scale,
                stages(root.at("stages"), scale),
                root.at("mandatoryFeeds").items().stream()
                        .map(PolicyReader::text)
                        .toList(),
                FallbackReader.fallback(root.at("fallback"), root.at("metrics")),
                root.at("dimensions").members().stream()
                        .map(part -> new Dimension(part.name(), decimal(part)))
                        .toList(),
                root.at("metrics").items().stream().map(PolicyReader::metric).toList(),
                CategoryWeightsReader.categoryWeights(root.at("categoryWeights")),
                root.at("diagnostics").items().stream()
                        .map(part -> new Diagnostic(text(part.at("id")), ratio(part)))
                        .toList(),
                root.at("bonuses").items().stream().map(PolicyReader::bonus).toList(),
                root.at("deductionGroups").items().stream()
                        .map(PolicyReader::deductionGroup)
                        .toList(),
                root.at("levels").items().stream().map(PolicyReader::level).toList(),
                root.at("severeViolation").items().stream()
                        .map(PolicyReader::text)
                        .toList(),
                EntitlementReader.entitlements(root.at("entitlements")));
    }

    static BigDecimal growthBar(Scale scale) {
        if (scale.max().compareTo(FIVE) == 0) {
            return OF_FIVE;
        }
        return scale.max().compareTo(HUNDRED) == 0
                ? OF_HUNDRED
                : scale.min().add(scale.max().subtract(scale.min()).multiply(PART_OF_OTHERS));
    }

    private static Stages stages(Part part, Scale scale) {
        return new Stages(
                text(part.at("validPaidOrdersMeasure")),
                whole(part.at("growthBelowValidPaidOrders")),
                decimal(part.at("growthScore")),
                decimal(part.at("growthScoreReduced")),
                part.at("growthReducedBelow").decimal().orElseGet(() -> growthBar(scale)),
                Math.toIntExact(whole(part.at("newShopDays"))),
                part.at("withheldBy").items().stream().map(PolicyReader::text).toList());
    }

    private static Metric metric(Part part) {
        return new Metric(
                text(part.at("id")),
                text(part.at("dimension")),
                decimal(part.at("weight")),
                ratio(part).matured(Math.toIntExact(whole(part.at("maturityDays")))),
                whole(part.at("nMin")),
                decimal(part.at("defaultPrior")),
                part.at("knots").items().stream().map(PolicyReader::knot).toList());
    }

    private static Knot knot(Part part) {
        return new Knot(decimal(part.items().getFirst()), decimal(part.items().getLast()));
    }

    private static Ratio ratio(Part part) {
        return new Ratio(
                Ratio.Kind.valueOf(text(part.at("kind")).toUpperCase(Locale.ROOT)),
                text(part.at("numerator")),
                text(part.at("denominator")),
                part.at("divideBy").decimal().orElse(BigDecimal.ONE));
    }

    private static Bonus bonus(Part part) {
        String target = text(part.at("target"));
        Optional<String> dimension = target.equals("total") ? Optional.empty() : Optional.of(target);
        return new Bonus(text(part.at("code")), dimension, decimal(part.at("points")), condition(part.at("when")));
    }

    private static Condition condition(Part when) {
        var ratioOf = when.at("ratioOf").items();
        return ratioOf.isEmpty()
                ? new Condition.ShopFlag(text(when.at("shopFlag")))
                : new Condition.RatioAtLeast(
                        text(ratioOf.getFirst()), text(ratioOf.getLast()), decimal(when.at("gte")));
    }

    private static DeductionGroup deductionGroup(Part part) {
        return new DeductionGroup(
                text(part.at("group")),
                decimal(part.at("each")),
                decimal(part.at("cap")),
                part.at("measures").items().stream().map(PolicyReader::text).toList());
    }

    private static Level level(Part part) {
        return new Level(text(part.at("code")), decimal(part.at("min")), decimal(part.at("trafficWeight")));
    }

    static String text(Part part) {
        return part.text().orElseThrow();
    }

    static BigDecimal decimal(Part part) {
        return part.decimal().orElseThrow();
    }

    static long whole(Part part) {
        return part.node().longValue();
    }

    private PolicyReader() {}
}
