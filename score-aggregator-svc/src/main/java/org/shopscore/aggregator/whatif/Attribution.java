package org.shopscore.aggregator.whatif;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.Result;
import org.shopscore.aggregator.score.Sums;

/** What one more fact of each kind does to a score today. */
record Attribution(String shopId, String policyVersion, Instant asOf, Brief now, List<Line> facts) {

    /**
     * @param base  by how much the base moves, 4 decimals, signed
     * @param total by how much the total moves; in stages NONE and GROWTH seldom at all
     */
    record Line(String metric, String kind, Map<String, Long> amounts, String base, String total) {}

    static Attribution of(
            String shopId,
            String policyVersion,
            Instant asOf,
            List<Effect> effects,
            Sums sums,
            Function<Sums, ScoreSheet> score) {
        ScoreSheet now = score.apply(sums);
        return new Attribution(
                shopId,
                policyVersion,
                asOf,
                Brief.of(now),
                effects.stream()
                        .filter(effect -> effect.most().of(sums).orElse(1) > 0)
                        .map(effect -> line(effect, now, score.apply(sums.plus(effect.amounts(), 1))))
                        .toList());
    }

    private static Line line(Effect effect, ScoreSheet now, ScoreSheet then) {
        return new Line(
                effect.metric(),
                effect.kind().name(),
                Amounts.times(effect.amounts(), 1),
                signed(then.base().subtract(now.base())),
                signed(total(then).subtract(total(now))));
    }

    private static BigDecimal total(ScoreSheet sheet) {
        return sheet.result().map(Result::total).orElse(BigDecimal.valueOf(0, 4));
    }

    private static String signed(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
    }
}
