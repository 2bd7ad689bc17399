package org.shopscore.aggregator.policy.file.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weights of a category share out the whole, as those of all do. Which categories there are is not for a document to know. */
final class CategoryWeightRules {

    static Stream<Fault> somethingIsWeighed(Part root) {
        return entries(root)
                .filter(entry -> entry.node().isObject())
                .filter(entry ->
                        !entry.node().has("dimensions") && !entry.node().has("metrics"))
                .map(entry -> entry.fault("must give weights of dimensions, of metrics or of both"));
    }

    static Stream<Fault> namesAreKnown(Part root) {
        Set<String> dimensions = dimensions(root);
        Set<String> metrics =
                metrics(root).flatMap(metric -> metric.at("id").text().stream()).collect(Collectors.toSet());
        return entries(root)
                .flatMap(entry -> Stream.concat(
                        unknown(entry.at("dimensions"), dimensions, "must be a dimension, was "),
                        unknown(entry.at("metrics"), metrics, "must be a metric of the policy, was ")));
    }

    private static Stream<Fault> unknown(Part weights, Set<String> known, String rule) {
        return weights.members().stream()
                .filter(weight -> !known.contains(weight.name()))
                .map(weight -> weight.fault(rule + weight.name()));
    }

    static Stream<Fault> dimensionsAreAllNamed(Part root) {
        return given(root, "dimensions")
                .flatMap(weights -> lacking(root, weights)
                        .map(dimension -> weights.fault("must name every dimension, lacks " + dimension)));
    }

    static Stream<Fault> dimensionsSumToOne(Part root) {
        return given(root, "dimensions")
                .filter(weights -> lacking(root, weights).findAny().isEmpty())
                .flatMap(weights -> WeightRules.notOne(weights.members())
                        .map(sum -> weights.fault("weights must sum to 1, sum to " + sum)));
    }

    private static Stream<String> lacking(Part root, Part weights) {
        return dimensions(root).stream().filter(dimension -> !weights.node().has(dimension));
    }

    static Stream<Fault> metricsOfADimensionSumToOne(Part root) {
        return given(root, "metrics")
                .flatMap(weights -> touched(root, weights)
                        .flatMap(dimension -> WeightRules.notOne(weightsIn(root, dimension, weights))
                                .map(sum -> weights.fault("weights of the metrics of " + dimension
                                        + " must sum to 1 with those that are not named, sum to " + sum))));
    }

    private static Stream<String> touched(Part root, Part weights) {
        return metrics(root)
                .filter(metric ->
                        metric.at("id").text().filter(weights.node()::has).isPresent())
                .flatMap(metric -> metric.at("dimension").text().stream())
                .distinct();
    }

    private static List<Part> weightsIn(Part root, String dimension, Part weights) {
        return metrics(root)
                .filter(metric ->
                        metric.at("dimension").text().filter(dimension::equals).isPresent())
                .map(metric -> metric.at("id")
                        .text()
                        .filter(weights.node()::has)
                        .map(weights::at)
                        .orElseGet(() -> metric.at("weight")))
                .toList();
    }

    /** What is no list of objects is a fault of the schema. */
    private static Stream<Part> entries(Part root) {
        return root.at("categoryWeights").items().stream();
    }

    private static Stream<Part> given(Part root, String weights) {
        return entries(root)
                .map(entry -> entry.at(weights))
                .filter(part -> part.node().isObject());
    }

    private static Stream<Part> metrics(Part root) {
        return root.at("metrics").items().stream();
    }

    private static Set<String> dimensions(Part root) {
        return root.at("dimensions").members().stream().map(Part::name).collect(Collectors.toSet());
    }

    private CategoryWeightRules() {}
}
