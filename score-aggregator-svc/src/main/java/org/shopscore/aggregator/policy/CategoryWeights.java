package org.shopscore.aggregator.policy;

import java.math.BigDecimal;
import java.util.Map;
import org.shopscore.aggregator.policy.metric.Metric;

/**
 * What counts how much for the shops of a category and of those below it, down to the next one that has weights of its own (rules.md 5.5).
 *
 * @param dimensions all of them, or none: then they count as everywhere else
 * @param metrics    those that count otherwise than everywhere else
 */
public record CategoryWeights(String category, Map<String, BigDecimal> dimensions, Map<String, BigDecimal> metrics) {

    public CategoryWeights {
        dimensions = Map.copyOf(dimensions);
        metrics = Map.copyOf(metrics);
    }

    public Dimension of(Dimension dimension) {
        return new Dimension(dimension.id(), dimensions.getOrDefault(dimension.id(), dimension.weight()));
    }

    /** The metric's part of its dimension. */
    public BigDecimal of(Metric metric) {
        return metrics.getOrDefault(metric.id(), metric.weight());
    }
}
