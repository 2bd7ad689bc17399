package org.shopscore.aggregator.policy.file.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of a policy that a schema cannot say. A rule that meets a part it cannot read leaves it to the schema. */
public final class PolicyRules {

    private static final List<Function<Part, Stream<Fault>>> RULES = List.of(
            TextRules::effectiveFromIsADay,
            TextRules::textsCanBeStored,
            WeightRules::dimensionsSumToOne,
            WeightRules::metricsOfADimensionSumToOne,
            CategoryWeightRules::somethingIsWeighed,
            CategoryWeightRules::namesAreKnown,
            CategoryWeightRules::dimensionsAreAllNamed,
            CategoryWeightRules::dimensionsSumToOne,
            CategoryWeightRules::metricsOfADimensionSumToOne,
            NameRules::idsAreUnique,
            NameRules::dimensionsAreKnown,
            NameRules::measuresAreKnown,
            NameRules::subjectsAreKnown,
            NameRules::subjectsMeanOneThing,
            EntitlementRules::predicatesLookBackSoFarAtMost,
            EntitlementRules::noMoreMonthsPassThanThereAre,
            EntitlementRules::monthsStandAlone,
            FallbackRules::fixedPointsNameMetricsAndMeasures,
            FallbackRules::badCasesOfMeansAreCounted,
            FallbackRules::fixedPointsLieInEveryTable,
            FallbackRules::slowShopsNeedNoMoreOrders,
            TableRules::divisorsArePositive,
            TableRules::knotsAscend,
            TableRules::pointsFollowTheDirection,
            ScaleRules::scaleHasARange,
            ScaleRules::pointsLieOnTheScale,
            ScaleRules::aReducedGrowthScoreIsNotHigher,
            ScaleRules::levelsAscendFromTheScale);

    public static Stream<Fault> faults(Part root) {
        return RULES.stream().flatMap(rule -> rule.apply(root));
    }

    private PolicyRules() {}
}
