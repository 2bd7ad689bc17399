package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.score.metric.DiagnosticValue;
import org.shopscore.aggregator.score.metric.MetricScore;

/**
 * A score with everything it was made of.
 *
 * @param result     the score itself; empty in the stages NONE and WITHHELD
 * @param noScore    why there is none, where there is none
 * @param base       4 decimals, before bonuses on the total and deductions
 * @param deductions 4 decimals, capped
 * @param bonuses    those earned
 */
public record ScoreSheet(
        Stage stage,
        Optional<Result> result,
        Optional<NoScore> noScore,
        BigDecimal base,
        BigDecimal deductions,
        List<Bonus> bonuses,
        List<DimensionScore> dimensions,
        List<MetricScore> metrics,
        List<DiagnosticValue> diagnostics) {

    /** What kind of score a shop gets (rules.md 5.4); without registry data a shop always has one. */
    public enum Stage {
        NONE,
        GROWTH,
        FORMAL,
        /** A verdict of manipulation counts: what can be computed is information, and no score. */
        WITHHELD
    }

    /** Why a shop has no score. */
    public enum NoScore {
        NO_PRODUCT_ON_SALE(Stage.NONE),
        NO_PAID_ORDER(Stage.NONE),
        PERSONAL_SHOP(Stage.NONE),
        MANIPULATION_VERDICT(Stage.WITHHELD);

        private final Stage stage;

        NoScore(Stage stage) {
            this.stage = stage;
        }

        /** What the shop is in then. */
        public Stage stage() {
            return stage;
        }
    }

    /**
     * A score.
     *
     * @param published 2 decimals; the figure that all thresholds compare
     * @param total     4 decimals; in stage GROWTH the fixed score, whatever the rest of the sheet would give
     */
    public record Result(BigDecimal published, BigDecimal total, Level level) {}

    /** @param points 4 decimals, with the bonuses on the dimension */
    public record DimensionScore(String id, BigDecimal points, BigDecimal weight) {}

    public ScoreSheet {
        bonuses = List.copyOf(bonuses);
        dimensions = List.copyOf(dimensions);
        metrics = List.copyOf(metrics);
        diagnostics = List.copyOf(diagnostics);
    }
}
