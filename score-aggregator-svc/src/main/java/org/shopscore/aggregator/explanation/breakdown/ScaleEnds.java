package org.shopscore.aggregator.explanation.breakdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.explanation.breakdown.Breakdown.Part;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Scale;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;

/**
 * What the ends of the scale leave of a formal score's parts (rules.md 5.7): bonuses lift nothing above it, what they make good costs
 * nothing, and deductions take no more than there is. Pure.
 */
public final class ScaleEnds {

    /** @param points what the bonus adds, where several have one target after those before it */
    public record Added(Bonus bonus, BigDecimal points) {

        public boolean isCapped() {
            return points.compareTo(bonus.points()) < 0;
        }
    }

    private static final String TOTAL = "total";

    private final ScoreSheet sheet;
    private final List<Added> added = new ArrayList<>();

    /** What each target that has bonuses lacks to full marks with them. */
    private final Map<String, BigDecimal> left = new HashMap<>();

    private final BigDecimal deducted;

    public ScaleEnds(ScoreSheet sheet, Scale scale) {
        this.sheet = sheet;
        BigDecimal available = sheet.base().subtract(scale.min());
        for (Bonus bonus : sheet.bonuses()) {
            String target = bonus.dimension().orElse(TOTAL);
            BigDecimal room = left.computeIfAbsent(target, _ -> scale.max().subtract(before(target)));
            BigDecimal points = bonus.points().min(room);
            added.add(new Added(bonus, points));
            left.put(target, room.subtract(points));
            available = target.equals(TOTAL) ? available.add(points) : available;
        }
        this.deducted = sheet.deductions().min(available);
    }

    /** Points of a target without its bonuses. */
    private BigDecimal before(String target) {
        return target.equals(TOTAL) ? sheet.base() : Breakdown.earned(target, sheet.metrics());
    }

    /** In the policy's order. */
    public List<Added> bonuses() {
        return added;
    }

    /** What deductions take off the total. */
    public BigDecimal deducted() {
        return deducted;
    }

    /** By how much the total would be higher with full marks for this metric alone; at most the gap. */
    public BigDecimal cost(Part part) {
        DimensionScore dimension = Breakdown.dimension(sheet, part.metric().dimension());
        BigDecimal rise = part.gap();
        if (left.containsKey(dimension.id())) {
            rise = rise.min(left.get(dimension.id()).multiply(dimension.weight()));
        }
        if (left.containsKey(TOTAL)) {
            rise = rise.min(left.get(TOTAL));
        }
        BigDecimal takenAnyway = sheet.deductions().subtract(deducted);
        return rise.subtract(takenAnyway).max(BigDecimal.ZERO);
    }
}
