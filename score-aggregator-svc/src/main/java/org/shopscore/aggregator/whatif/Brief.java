package org.shopscore.aggregator.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shopscore.aggregator.score.ScoreSheet;

/**
 * A sheet in short, in decimal strings.
 *
 * @param published 2 decimals; all thresholds compare it
 * @param base      4 decimals; in stage GROWTH information only
 */
record Brief(
        String stage,
        String published,
        String total,
        String base,
        String level,
        String deductions,
        Map<String, String> dimensions) {

    static Brief of(ScoreSheet sheet) {
        var dimensions = new LinkedHashMap<String, String>();
        sheet.dimensions()
                .forEach(dimension ->
                        dimensions.put(dimension.id(), dimension.points().toPlainString()));
        return new Brief(
                sheet.stage().name(),
                sheet.published().toPlainString(),
                sheet.total().toPlainString(),
                sheet.base().toPlainString(),
                sheet.level().code(),
                sheet.deductions().toPlainString(),
                dimensions);
    }
}
