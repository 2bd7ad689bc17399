package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.aggregator.explanation.Breakdown.Part;
import org.shopscore.aggregator.score.ScoreSheet;

/**
 * What led from one total to another, step by step; the steps sum to the difference. Pure.
 *
 * @param steps those that moved something
 */
record Waterfall(ScoreSheet from, ScoreSheet to, List<Step> steps) {

    /** @param what a metric's id, or {@code dimensionBonuses}, {@code rounding}, {@code totalBonuses}, {@code deductions}, {@code stage} */
    record Step(String what, BigDecimal effect) {}

    /** Both by one policy. */
    static Waterfall between(ScoreSheet from, ScoreSheet to, BigDecimal full) {
        var before = Breakdown.of(from, full);
        var after = Breakdown.of(to, full);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < after.parts().size(); i++) {
            Part part = after.parts().get(i);
            steps.add(new Step(
                    part.metric().id(),
                    part.contribution().subtract(before.parts().get(i).contribution())));
        }
        steps.add(new Step("dimensionBonuses", after.bonuses().subtract(before.bonuses())));
        steps.add(new Step("rounding", after.roundingResidual().subtract(before.roundingResidual())));
        steps.add(new Step("totalBonuses", raised(to, full).subtract(raised(from, full))));
        steps.add(new Step("deductions", from.deductions().subtract(to.deductions())));
        steps.add(new Step("stage", figure(to).subtract(figure(from)).subtract(sum(steps))));
        steps.removeIf(step -> step.effect().signum() == 0);
        return new Waterfall(from, to, List.copyOf(steps));
    }

    /** The total; of a shop without a score the base. */
    static BigDecimal figure(ScoreSheet sheet) {
        return sheet.result().map(ScoreSheet.Result::total).orElse(sheet.base());
    }

    /** What bonuses on the total add: they never lift it above full marks. */
    private static BigDecimal raised(ScoreSheet sheet, BigDecimal full) {
        BigDecimal bonuses = sheet.bonuses().stream()
                .filter(bonus -> bonus.dimension().isEmpty())
                .map(bonus -> bonus.points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sheet.base().add(bonuses).min(full).subtract(sheet.base());
    }

    static BigDecimal sum(List<Step> steps) {
        return steps.stream().map(Step::effect).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
