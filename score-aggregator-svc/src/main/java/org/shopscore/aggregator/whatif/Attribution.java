package org.shopscore.aggregator.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.whatif.ways.Effect;
import org.shopscore.aggregator.whatif.ways.Effects;

/**
 * What one more fact of each kind does to a score today.
 *
 * @param facts    of each metric
 * @param verdicts one more of each kind that costs points
 * @param bonuses  facts of each bonus that a ratio earns; one that the platform grants by a flag has none
 */
record Attribution(
        String shopId,
        String policyVersion,
        Instant asOf,
        Brief now,
        List<Line> facts,
        List<Verdict> verdicts,
        List<BonusFact> bonuses) {

    /**
     * @param base  by how much the base moves, 4 decimals, signed
     * @param total by how much the total moves; in stage GROWTH seldom at all; null where there is no score now, or none then
     * @param stage that the score comes to
     * @param countsInDays in how many days a fact of today counts, and moves them; absent where it does at once
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            String metric,
            String kind,
            Map<String, Long> amounts,
            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String total,

            String stage,
            Optional<Integer> countsInDays) {}

    /**
     * Base, total and stage as a {@link Line} has them.
     *
     * @param deduction the group: beyond its cap one more verdict costs nothing
     */
    @Schema(name = "AttributionVerdict")
    record Verdict(
            String deduction,
            Map<String, Long> amounts,
            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String total,

            String stage) {}

    /**
     * Base, total and stage as a {@link Line} has them.
     *
     * @param bonus its code
     */
    @Schema(name = "AttributionBonusFact")
    record BonusFact(
            String bonus,
            String kind,
            Map<String, Long> amounts,
            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String total,

            String stage) {}

    /** From one sheet to another, as it is shown. */
    private record Move(String base, String total, String stage) {

        static Move of(ScoreSheet now, ScoreSheet then) {
            return new Move(
                    signed(then.base().subtract(now.base())),
                    total(now, then).map(Attribution::signed).orElse(null),
                    then.stage().name());
        }

        /** From no score and to none nothing moves: no score is not a score of 0. */
        private static Optional<BigDecimal> total(ScoreSheet now, ScoreSheet then) {
            return then.result()
                    .flatMap(after -> now.result().map(before -> after.total().subtract(before.total())));
        }
    }

    static Attribution of(String shopId, Instant asOf, Policy policy, Sums sums, Function<Sums, ScoreSheet> score) {
        ScoreSheet now = score.apply(sums);
        Function<Map<String, Long>, Move> move = amounts -> Move.of(now, score.apply(sums.plus(amounts, 1)));
        return new Attribution(
                shopId,
                policy.reference(),
                asOf,
                Brief.of(now),
                possible(Effects.of(policy).stream(), sums)
                        .map(effect -> line(effect, move.apply(effect.amounts())))
                        .toList(),
                policy.deductionGroups().stream()
                        .flatMap(group -> group.measures().stream()
                                .map(measure -> Map.of(measure, 1L))
                                .map(verdict -> verdict(group.id(), verdict, move.apply(verdict))))
                        .toList(),
                possible(policy.bonuses().stream().flatMap(Effects::ofBonus), sums)
                        .map(effect -> bonusFact(effect, move.apply(effect.amounts())))
                        .toList());
    }

    private static Stream<Effect> possible(Stream<Effect> effects, Sums sums) {
        return effects.filter(effect -> effect.most().of(sums).orElse(1) > 0);
    }

    private static Line line(Effect effect, Move move) {
        return new Line(
                effect.id(),
                effect.kind().name(),
                amounts(effect),
                move.base(),
                move.total(),
                move.stage(),
                effect.delay());
    }

    private static Verdict verdict(String group, Map<String, Long> amounts, Move move) {
        return new Verdict(group, amounts, move.base(), move.total(), move.stage());
    }

    private static BonusFact bonusFact(Effect effect, Move move) {
        return new BonusFact(
                effect.id(), effect.kind().name(), amounts(effect), move.base(), move.total(), move.stage());
    }

    private static Map<String, Long> amounts(Effect effect) {
        return Amounts.times(effect.amounts(), 1);
    }

    private static String signed(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
    }
}
