package org.shopscore.aggregator.score.metric;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One metric of a sheet, with all that its points rest on.
 *
 * @param n       the sample size; not positive only without data, or while a feed is incomplete
 * @param raw     what was measured; empty without data
 * @param used    what earned the points: the raw value, padded where the sample is small
 * @param padding the share of the used value that is not the shop's own, 0 to 1
 * @param points  4 decimals
 * @param weight  the metric's part of its dimension
 */
public record MetricScore(
        String id,
        String dimension,
        long n,
        Optional<Fraction> raw,
        Fraction used,
        BigDecimal padding,
        BigDecimal points,
        BigDecimal weight) {

    public boolean noData() {
        return raw.isEmpty();
    }

    MetricScore earning(BigDecimal otherPoints) {
        return new MetricScore(id, dimension, n, raw, used, padding, otherPoints, weight);
    }
}
