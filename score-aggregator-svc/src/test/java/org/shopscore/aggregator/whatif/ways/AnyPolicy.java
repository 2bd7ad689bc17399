package org.shopscore.aggregator.whatif.ways;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.DeductionGroup;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Fallback;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.policy.metric.Knot;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.Shipped;

/** Policies whose metrics share measures, so that one fact lifts some of them and lowers others. */
record AnyPolicy(Random random) {

    /** What all of their metrics, bonuses and deductions are made of. */
    static final List<String> MEASURES =
            List.of("order.paid", "order.signed", "delivery.next-day", "goods.quality-returns", "review.stars");

    /** One dimension, no bonus, and for the rest what the product ships. */
    static Policy of(Metric... metrics) {
        return of(
                Shipped.POLICY.stages(),
                Shipped.POLICY.fallback(),
                List.of(metrics),
                List.of(),
                Shipped.POLICY.deductionGroups());
    }

    /** @param knots value and points by turns */
    static Metric percent(String id, String weight, String numerator, String denominator, String... knots) {
        return new Metric(
                id,
                "all",
                new BigDecimal(weight),
                new Ratio(Ratio.Kind.PERCENT, numerator, denominator, BigDecimal.ONE),
                30,
                BigDecimal.ONE,
                IntStream.range(0, knots.length / 2)
                        .mapToObj(i -> new Knot(new BigDecimal(knots[2 * i]), new BigDecimal(knots[2 * i + 1])))
                        .toList());
    }

    private static Policy of(
            Stages stages,
            Fallback fallback,
            List<Metric> metrics,
            List<Bonus> bonuses,
            List<DeductionGroup> deductions) {
        Policy shipped = Shipped.POLICY;
        return new Policy(
                shipped.id(),
                shipped.version(),
                shipped.scale(),
                stages,
                shipped.mandatoryFeeds(),
                fallback,
                List.of(new Dimension("all", BigDecimal.ONE)),
                metrics,
                List.of(),
                List.of(),
                bonuses,
                deductions,
                shipped.levels(),
                shipped.severeViolations(),
                List.of());
    }

    Policy next() {
        Stages shipped = Shipped.POLICY.stages();
        var stages = new Stages(
                "order.paid",
                1L + random.nextInt(40),
                shipped.growthScore(),
                shipped.growthReduced(),
                shipped.growthBar(),
                shipped.newShopDays(),
                withheldBy());
        return of(stages, fallback(), metrics(), bonuses(), deductions());
    }

    /** Seldom, and never the orders. */
    private List<String> withheldBy() {
        return random.nextInt(8) > 0 ? List.of() : List.of(MEASURES.get(1 + random.nextInt(MEASURES.size() - 1)));
    }

    private List<Metric> metrics() {
        var metrics = new ArrayList<Metric>();
        int left = 100;
        for (int i = 0; i < 3; i++) {
            int weight = i == 2 ? left : random.nextInt(left);
            left -= weight;
            String numerator = measure();
            String denominator = i == 0 ? measure() : metrics.getFirst().ratio().denominator();
            if (random.nextInt(4) == 0) {
                denominator = measure();
            }
            boolean isMean = numerator.equals("review.stars");
            metrics.add(new Metric(
                    "m" + i,
                    "all",
                    BigDecimal.valueOf(weight, 2),
                    new Ratio(isMean ? Ratio.Kind.MEAN : Ratio.Kind.PERCENT, numerator, denominator, BigDecimal.ONE),
                    1L + random.nextInt(50),
                    BigDecimal.valueOf(random.nextInt(isMean ? 500 : 10_000), 2),
                    knots(isMean ? 5 : 100)));
        }
        return metrics;
    }

    /** From 0 to 5 or from 5 to 0, with steps of any height between. */
    private List<Knot> knots(int widest) {
        var points = random.ints(3, 0, 50_001).sorted().boxed().toList();
        var values = random.ints(100, 1, widest * 100)
                .distinct()
                .limit(3)
                .sorted()
                .boxed()
                .toList();
        var rising = new ArrayList<>(List.of(0, 50_000));
        rising.addAll(1, points);
        List<Integer> inOrder = random.nextBoolean() ? rising : rising.reversed();
        var at = new ArrayList<>(List.of(0, widest * 100));
        at.addAll(1, values);
        return IntStream.range(0, at.size())
                .mapToObj(i -> new Knot(BigDecimal.valueOf(at.get(i), 2), BigDecimal.valueOf(inOrder.get(i), 4)))
                .toList();
    }

    private Fallback fallback() {
        if (random.nextBoolean()) {
            return new Fallback.PadToCategoryAverage();
        }
        return new Fallback.Fixed(
                new BigDecimal("4.50"),
                new Fallback.Orders(20L + random.nextInt(60), 10, Set.of()),
                random.nextInt(9),
                random.nextBoolean() ? Map.of() : Map.of("m1", (long) random.nextInt(40)),
                random.nextBoolean() ? Map.of() : Map.of("m0", measure()));
    }

    private List<Bonus> bonuses() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Bonus(
                        "B" + i,
                        Optional.of("all").filter(_ -> random.nextBoolean()),
                        BigDecimal.valueOf(random.nextInt(80), 2),
                        new Bonus.Condition.RatioAtLeast(
                                measure(), measure(), BigDecimal.valueOf(random.nextInt(100), 2))))
                .toList();
    }

    private List<DeductionGroup> deductions() {
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(new DeductionGroup("D", new BigDecimal("0.02"), new BigDecimal("0.75"), List.of(measure())));
    }

    private String measure() {
        return MEASURES.get(random.nextInt(MEASURES.size()));
    }
}
