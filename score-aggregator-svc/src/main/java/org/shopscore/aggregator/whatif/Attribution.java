package org.shopscore.aggregator.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Sums;

/** What one more fact of each kind does to a score today. */
record Attribution(String shopId, String policyVersion, Instant asOf, Brief now, List<Line> facts) {

    /**
     * @param base  by how much the base moves, 4 decimals, signed
     * @param total by how much the total moves; in stage GROWTH seldom at all; null where there is no score now, or none then
     * @param stage that the score comes to
     */
    record Line(
            String metric,
            String kind,
            Map<String, Long> amounts,
            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String total,

            String stage) {}

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
                moved(now, then).map(Attribution::signed).orElse(null),
                then.stage().name());
    }

    /** From no score and to none nothing moves: no score is not a score of 0. */
    private static Optional<BigDecimal> moved(ScoreSheet now, ScoreSheet then) {
        return then.result()
                .flatMap(after -> now.result().map(before -> after.total().subtract(before.total())));
    }

    private static String signed(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
    }
}
