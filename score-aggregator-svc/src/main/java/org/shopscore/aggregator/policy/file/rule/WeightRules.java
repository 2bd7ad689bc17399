package org.shopscore.aggregator.policy.file.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weights share out the whole. */
final class WeightRules {

    static Stream<Fault> dimensionsSumToOne(Part root) {
        Part dimensions = root.at("dimensions");
        return dimensions.members().isEmpty()
                ? Stream.of()
                : notOne(dimensions.members()).map(sum -> dimensions.fault("weights must sum to 1, sum to " + sum));
    }

    static Stream<Fault> metricsOfADimensionSumToOne(Part root) {
        return root.at("dimensions").members().stream()
                .flatMap(dimension -> notOne(weightsIn(root, dimension.name()))
                        .map(sum -> dimension.fault(
                                "weights of the metrics of " + dimension.name() + " must sum to 1, sum to " + sum)));
    }

    private static List<Part> weightsIn(Part root, String dimension) {
        return root.at("metrics").items().stream()
                .filter(metric ->
                        metric.at("dimension").text().filter(dimension::equals).isPresent())
                .map(metric -> metric.at("weight"))
                .toList();
    }

    /** What they sum to instead; empty when one of them cannot be read. */
    static Stream<String> notOne(List<Part> weights) {
        return sum(weights).filter(sum -> sum.compareTo(BigDecimal.ONE) != 0).map(BigDecimal::toPlainString).stream();
    }

    private static Optional<BigDecimal> sum(List<Part> weights) {
        Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
        for (Part weight : weights) {
            sum = sum.flatMap(so -> weight.decimal().map(so::add));
        }
        return sum;
    }

    private WeightRules() {}
}
