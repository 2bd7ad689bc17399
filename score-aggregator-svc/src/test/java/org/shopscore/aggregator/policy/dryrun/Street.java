package org.shopscore.aggregator.policy.dryrun;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.shopscore.aggregator.policy.DeductionGroup;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.ReferenceScore;
import org.shopscore.aggregator.score.Shipped;

/**
 * Some hundred shops of all sizes in three categories, and what a policy makes of them by plain arithmetic over all of them, which shares
 * nothing with the product's.
 */
final class Street {

    private static final MathContext PLENTY = new MathContext(60, RoundingMode.HALF_EVEN);

    record Shop(String id, String category, Map<String, Long> amounts) {

        long sum(String measure) {
            return amounts.getOrDefault(measure, 0L);
        }
    }

    /** Empty level and figure for no score. */
    record Reckoned(String stage, String published, String level) {}

    final String name = "d" + UUID.randomUUID().toString().substring(0, 8);
    final String top = name + "-top";
    final List<String> categories = List.of(name + "-a", name + "-b", name + "-rare");
    final List<Shop> shops = new ArrayList<>();
    private final Random random = new Random(39);

    Street(int count) {
        for (int i = 0; i < count; i++) {
            String category = i % 20 == 0 ? categories.get(2) : categories.get(i % 2);
            shops.add(new Shop(name + "-" + i, category, amounts()));
        }
    }

    private Map<String, Long> amounts() {
        var amounts = new HashMap<String, Long>();
        amounts.put("order.paid", random.nextInt(4) == 0 ? random.nextInt(30) : 30L + random.nextInt(4000));
        for (Metric metric : Shipped.POLICY.metrics()) {
            long n = amounts.computeIfAbsent(
                    metric.ratio().denominator(),
                    _ -> random.nextInt(3) == 0 ? random.nextInt(30) : 30L + random.nextInt(500));
            long most = metric.ratio().numerator().equals("review.stars") ? 5 * n : n;
            double part = metric.isHigherBetter() ? 0.78 + 0.22 * random.nextDouble() : 0.12 * random.nextDouble();
            amounts.put(metric.ratio().numerator(), Math.round(most * part));
        }
        amounts.put("delivery.next-day", (long) random.nextInt(60));
        if (random.nextInt(6) == 0) {
            amounts.put("verdict.invoice-refused", 1L + random.nextInt(7));
        }
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    Reckoned reckon(Policy policy, Shop shop) {
        BigDecimal total = isFormal(policy, shop) ? formal(policy, shop) : growth(policy, shop);
        BigDecimal published = total.setScale(2, RoundingMode.HALF_UP);
        String level = policy.levels().stream()
                .filter(one -> published.compareTo(one.min()) >= 0)
                .reduce((_, higher) -> higher)
                .map(Level::code)
                .orElseThrow();
        return new Reckoned(isFormal(policy, shop) ? "FORMAL" : "GROWTH", published.toPlainString(), level);
    }

    private static boolean isFormal(Policy policy, Shop shop) {
        return shop.sum("order.paid") >= policy.stages().growthBelow();
    }

    private BigDecimal formal(Policy policy, Shop shop) {
        BigDecimal base = BigDecimal.ZERO;
        for (Dimension dimension : policy.dimensions()) {
            BigDecimal points = BigDecimal.ZERO;
            for (Metric metric : policy.metrics()) {
                if (metric.dimension().equals(dimension.id())) {
                    points = points.add(metric.weight()
                            .multiply(ReferenceScore.points(metric, shop::sum, prior(policy, shop, metric))));
                }
            }
            base = base.add(dimension.weight().multiply(points.setScale(4, RoundingMode.HALF_UP)));
        }
        BigDecimal total = base.setScale(4, RoundingMode.HALF_UP);
        if (shop.sum("delivery.next-day") * 5 >= shop.sum("order.signed") && shop.sum("order.signed") > 0) {
            total = total.add(new BigDecimal("0.25")).min(new BigDecimal("5"));
        }
        return total.subtract(deductions(policy, shop)).max(BigDecimal.ZERO);
    }

    private static BigDecimal deductions(Policy policy, Shop shop) {
        BigDecimal all = BigDecimal.ZERO;
        for (DeductionGroup group : policy.deductionGroups()) {
            long verdicts = group.measures().stream().mapToLong(shop::sum).sum();
            all = all.add(group.each().multiply(BigDecimal.valueOf(verdicts)).min(group.cap()));
        }
        return all;
    }

    private static BigDecimal growth(Policy policy, Shop shop) {
        boolean isBad = deductions(policy, shop).signum() > 0
                || policy.metrics().stream()
                        .filter(metric -> shop.sum(metric.ratio().denominator()) >= metric.nMin())
                        .anyMatch(metric -> ReferenceScore.points(metric, shop::sum, metric.defaultPrior())
                                        .compareTo(new BigDecimal("3"))
                                < 0);
        return isBad ? policy.stages().growthReduced() : policy.stages().growthScore();
    }

    /** Of the category, of all together where it has fewer than twenty such shops. */
    private BigDecimal prior(Policy policy, Shop shop, Metric metric) {
        return average(policy, metric, Optional.of(shop.category()))
                .or(() -> average(policy, metric, Optional.empty()))
                .orElse(metric.defaultPrior());
    }

    private Optional<BigDecimal> average(Policy policy, Metric metric, Optional<String> category) {
        var peers = shops.stream()
                .filter(shop ->
                        isFormal(policy, shop) && shop.sum(metric.ratio().denominator()) > 0)
                .filter(shop -> category.isEmpty() || category.get().equals(shop.category()))
                .toList();
        if (peers.size() < 20) {
            return Optional.empty();
        }
        long numerator = peers.stream()
                .mapToLong(shop -> shop.sum(metric.ratio().numerator()))
                .sum();
        long denominator = peers.stream()
                .mapToLong(shop -> shop.sum(metric.ratio().denominator()))
                .sum();
        return Optional.of(BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(metric.ratio().kind().factor()))
                .divide(BigDecimal.valueOf(denominator), PLENTY));
    }
}
