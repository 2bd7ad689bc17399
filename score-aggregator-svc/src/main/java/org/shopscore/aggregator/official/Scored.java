package org.shopscore.aggregator.official;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.score.ScoreSheet;

/**
 * An official score as it is stored.
 *
 * @param stage   NONE, GROWTH, FORMAL or WITHHELD
 * @param noScore why there is none, in stage NONE and where a verdict withholds it; empty where a feed does
 * @param base    4 decimals; computed for every shop, and information only where there is no result
 * @param result  empty in the stages NONE and WITHHELD
 */
public record Scored(
        String stage,
        Optional<String> noScore,
        Optional<ScoreSheet.Result> result,
        BigDecimal base,
        BigDecimal deductions,
        Map<String, String> dimensions) {

    public static final String WITHHELD = "WITHHELD";

    static Scored of(ScoreSheet sheet) {
        return new Scored(
                sheet.stage().name(),
                sheet.noScore().map(Enum::name),
                sheet.result(),
                sheet.base(),
                sheet.deductions(),
                dimensions(sheet));
    }

    /** A mandatory feed is not complete: what can be computed is kept, and is no score. */
    static Scored withheld(ScoreSheet sheet) {
        return new Scored(
                WITHHELD, Optional.empty(), Optional.empty(), sheet.base(), sheet.deductions(), dimensions(sheet));
    }

    private static Map<String, String> dimensions(ScoreSheet sheet) {
        var dimensions = new LinkedHashMap<String, String>();
        sheet.dimensions()
                .forEach(dimension ->
                        dimensions.put(dimension.id(), dimension.points().toPlainString()));
        return dimensions;
    }
}
