package org.shopscore.aggregator.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.score.ScoreSheet;

/**
 * A sheet in short, in decimal strings.
 *
 * @param published 2 decimals; all thresholds compare it; null, like total and level, in the stages NONE and WITHHELD
 * @param base      4 decimals; in stage FORMAL alone more than information
 */
record Brief(
        @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
        String stage,

        @Schema(required = true, nullable = true) @JsonInclude
        String published,

        @Schema(required = true, nullable = true) @JsonInclude
        String total,

        String base,

        @Schema(required = true, nullable = true) @JsonInclude
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
                sheet.result().map(result -> result.published().toPlainString()).orElse(null),
                sheet.result().map(result -> result.total().toPlainString()).orElse(null),
                sheet.base().toPlainString(),
                sheet.result().map(result -> result.level().code()).orElse(null),
                sheet.deductions().toPlainString(),
                dimensions);
    }
}
