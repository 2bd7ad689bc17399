package org.shopscore.aggregator.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.window.WindowSums;

/** The averages of one day, by category and metric. */
public final class Averages {

    /** A category with fewer such shops takes the average of the one above it (design.md section 5). */
    static final int FEWEST_SHOPS = 20;

    /** Of which category and metric. */
    public record Key(String category, String metric) {}

    private final Map<Key, Average> averages;

    public Averages(Map<Key, Average> averages) {
        this.averages = new HashMap<>(averages);
    }

    public Map<Key, Average> all() {
        return averages;
    }

    /**
     * Counts a FORMAL shop.
     *
     * @param categories the shop's and those above it
     */
    public void count(Policy policy, List<String> categories, WindowSums sums) {
        for (Metric metric : policy.metrics()) {
            long n = sums.sum(metric.ratio().denominator());
            if (n > 0) {
                long numerator = sums.sum(metric.ratio().numerator());
                categories.forEach(category -> averages.compute(
                        new Key(category, metric.id()),
                        (_, sum) -> (sum == null ? Average.NONE : sum).plus(numerator, n)));
            }
        }
    }

    /** Adds what other shops brought. */
    public void add(Averages others) {
        others.averages.forEach((key, more) -> averages.merge(key, more, Average::plus));
    }

    /** Of what was counted in the shops' own categories: what it comes to there and in those above; nothing of one that is not in the tree. */
    public Averages upwards(Tree tree) {
        var spread = none();
        averages.forEach((key, average) -> tree.upwards(Optional.of(key.category()))
                .forEach(category -> spread.averages.merge(new Key(category, key.metric()), average, Average::plus)));
        return spread;
    }

    /** @param categories the shop's and those above it, nearest first */
    public Priors priors(List<String> categories) {
        return metric -> categories.stream()
                .map(category -> averages.get(new Key(category, metric)))
                .filter(average -> average != null && average.shops() >= FEWEST_SHOPS)
                .findFirst()
                .map(average -> Fraction.of(average.numerator(), average.denominator()));
    }

    /** Of a day without any. */
    public static Averages none() {
        return new Averages(Map.of());
    }

    /** @return empty where no shop was counted */
    Optional<Average> of(String category, String metric) {
        return Optional.ofNullable(averages.get(new Key(category, metric)));
    }
}
