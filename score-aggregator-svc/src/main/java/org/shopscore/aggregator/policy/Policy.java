package org.shopscore.aggregator.policy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.metric.Diagnostic;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.policy.metric.Metric;

/**
 * One version of the score policy, checked (rules.md 5).
 *
 * @param mandatoryFeeds   the sources without whose proof of completeness a score is not complete
 * @param categoryWeights  one a category at most
 * @param severeViolations measures of the verdicts that some entitlements do not forgive
 */
public record Policy(
        String id,
        String version,
        Scale scale,
        Stages stages,
        List<String> mandatoryFeeds,
        Fallback fallback,
        List<Dimension> dimensions,
        List<Metric> metrics,
        List<CategoryWeights> categoryWeights,
        List<Diagnostic> diagnostics,
        List<Bonus> bonuses,
        List<DeductionGroup> deductionGroups,
        List<Level> levels,
        List<String> severeViolations,
        List<Entitlement> entitlements) {

    public Policy {
        mandatoryFeeds = List.copyOf(mandatoryFeeds);
        dimensions = List.copyOf(dimensions);
        metrics = List.copyOf(metrics);
        categoryWeights = List.copyOf(categoryWeights);
        diagnostics = List.copyOf(diagnostics);
        bonuses = List.copyOf(bonuses);
        deductionGroups = List.copyOf(deductionGroups);
        levels = List.copyOf(levels);
        severeViolations = List.copyOf(severeViolations);
        entitlements = List.copyOf(entitlements);
    }

    /** The name under which scores quote it, e.g. {@code exp-score-5/2026.1.0}. */
    public String reference() {
        return id + "/" + version;
    }

    /** @throws NoSuchElementException when it has none of that id */
    public Metric metric(String id) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The metrics that the other policy makes of the same measures: what is known of one in it is known in this one. */
    public Set<String> metricsAlsoIn(Policy other) {
        return metrics.stream()
                .filter(metric -> other.metrics.stream().anyMatch(metric::isCountedLike))
                .map(Metric::id)
                .collect(Collectors.toSet());
    }

    /** What has to be counted beside the measures themselves. */
    public Maturities maturities() {
        return Maturities.named(Stream.concat(
                        metrics.stream()
                                .map(Metric::ratio)
                                .flatMap(ratio -> Stream.of(ratio.numerator(), ratio.denominator())),
                        badMeasures())
                .toList());
    }

    private Stream<String> badMeasures() {
        return switch (fallback) {
            case Fallback.PadToCategoryAverage _ -> Stream.empty();
            case Fallback.Fixed fixed -> fixed.badMeasures().values().stream();
        };
    }

    /** Whether the other policy gives the same points for the same counts of a metric. */
    public boolean scoresLike(Policy other, Metric metric) {
        return fallback.equals(other.fallback) && other.metrics.stream().anyMatch(metric::isScoredLike);
    }

    /** Codes of the entitlements that only open a review, which a person decides. */
    public Set<String> reviews() {
        return entitlements.stream()
                .filter(Entitlement::decidedByPerson)
                .map(Entitlement::code)
                .collect(Collectors.toSet());
    }
}
