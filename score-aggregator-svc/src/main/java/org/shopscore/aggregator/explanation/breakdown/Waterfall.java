package org.shopscore.aggregator.explanation.breakdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.explanation.breakdown.Breakdown.Part;
import org.shopscore.aggregator.score.ScoreSheet;

/**
 * What led from one total to another, step by step; the steps sum to the difference. From and to a day without a score nothing leads:
 * there are no steps. Pure.
 *
 * @param from      of a day without a score the base, as {@code to}
 * @param wasScored whether {@code from} is a total
 * @param isScored  whether {@code to} is one
 * @param steps     those that moved something
 */
public record Waterfall(BigDecimal from, BigDecimal to, boolean wasScored, boolean isScored, List<Step> steps) {

    /** @param what {@code restated}, a metric's id, {@code dimensionBonuses}, {@code rounding}, {@code totalBonuses}, {@code deductions}, {@code scaleLimit}, {@code stage}; between two growth scores {@code growthScore} alone */
    public record Step(String what, BigDecimal effect) {}

    public Waterfall {
        steps = steps.stream().filter(step -> step.effect().signum() != 0).toList();
    }

    /** Both by one policy. */
    public static Waterfall between(ScoreSheet from, ScoreSheet to, BigDecimal full) {
        boolean wasScored = from.result().isPresent();
        boolean isScored = to.result().isPresent();
        return new Waterfall(
                figure(from),
                figure(to),
                wasScored,
                isScored,
                wasScored && isScored ? steps(from, to, full) : List.of());
    }

    /** A growth score is fixed: nothing else of the sheets leads from one to another. */
    private static List<Step> steps(ScoreSheet from, ScoreSheet to, BigDecimal full) {
        return isGrowth(from) && isGrowth(to)
                ? List.of(new Step("growthScore", figure(to).subtract(figure(from))))
                : computed(from, to, full);
    }

    private static List<Step> computed(ScoreSheet from, ScoreSheet to, BigDecimal full) {
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
        steps.add(new Step("scaleLimit", limited(to, full).subtract(limited(from, full))));
        steps.add(new Step("stage", figure(to).subtract(figure(from)).subtract(sum(steps))));
        return steps;
    }

    private static boolean isGrowth(ScoreSheet sheet) {
        return sheet.stage() == ScoreSheet.Stage.GROWTH;
    }

    /**
     * The same from what was published of the earlier day. What its first step says is no doing of the shop's days since: the policy in
     * force now, the category tree, the averages and the profile of now, and facts of that day or before that came after its cut-off. Where they leave that
     * day without a score, it is the stage that leads from it.
     */
    public Waterfall fromPublished(BigDecimal total) {
        var all = new ArrayList<Step>();
        if (isScored) {
            all.add(wasScored ? new Step("restated", from.subtract(total)) : new Step("stage", to.subtract(total)));
        }
        all.addAll(steps);
        return new Waterfall(total, to, true, isScored, all);
    }

    /** Empty for a day without a score. */
    public Optional<BigDecimal> fromTotal() {
        return Optional.of(from).filter(_ -> wasScored);
    }

    /** As {@link #fromTotal}. */
    public Optional<BigDecimal> toTotal() {
        return Optional.of(to).filter(_ -> isScored);
    }

    /** Empty unless both days have a score. */
    public Optional<BigDecimal> difference() {
        return toTotal().flatMap(total -> fromTotal().map(total::subtract));
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

    /** What the lower end of the scale gives back of the deductions. */
    private static BigDecimal limited(ScoreSheet sheet, BigDecimal full) {
        return sheet.stage() == ScoreSheet.Stage.FORMAL
                ? figure(sheet).subtract(sheet.base().add(raised(sheet, full)).subtract(sheet.deductions()))
                : BigDecimal.ZERO;
    }

    static BigDecimal sum(List<Step> steps) {
        return steps.stream().map(Step::effect).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
