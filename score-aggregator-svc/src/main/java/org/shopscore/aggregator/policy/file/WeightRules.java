package org.shopscore.aggregator.policy.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weights share out the whole. */
final class WeightRules {

    static Stream<Fault> dimensionsSumToOne(Part root) {
        Part dimensions = root.at("dimensions");
        return sum(dimensions.members())
                .filter(sum -> !dimensions.members().isEmpty() && isNotOne(sum))
                .map(sum -> dimensions.fault("weights must sum to 1, sum to " + sum.toPlainString()))
                .stream();
    }

    static Stream<Fault> metricsOfADimensionSumToOne(Part root) {
        return root.at("dimensions").members().stream()
                .flatMap(dimension -> sum(weightsIn(root, dimension.name()))
                        .filter(WeightRules::isNotOne)
                        .map(sum -> dimension.fault("weights of the metrics of " + dimension.name()
                                + " must sum to 1, sum to " + sum.toPlainString()))
                        .stream());
    }

    private static List<Part> weightsIn(Part root, String dimension) {
        return root.at("metrics").items().stream()
                .filter(metric ->
                        metric.at("dimension").text().filter(dimension::equals).isPresent())
                .map(metric -> metric.at("weight"))
                .toList();
    }

    /** Empty when one of them cannot be read. */
    private static Optional<BigDecimal> sum(List<Part> weights) {
        Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
        for (Part weight : weights) {
            sum = sum.flatMap(so -> weight.decimal().map(so::add));
        }
        return sum;
    }

    private static boolean isNotOne(BigDecimal sum) {
        return sum.compareTo(BigDecimal.ONE) != 0;
    }

    private WeightRules() {}
}
