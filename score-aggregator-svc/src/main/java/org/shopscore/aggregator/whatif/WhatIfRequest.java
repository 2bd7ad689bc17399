package org.shopscore.aggregator.whatif;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.metric.Measures;
import org.shopscore.problem.Refused;

/** Either other measures, or a score to reach. */
@Schema(name = "WhatIf")
record WhatIfRequest(
        @Schema(
                description = "what comes on top of each measure's sum over the window, negative to take away",
                examples = "{\"complaint.on-time\": 1}")
        Optional<Map<String, Long>> changes,

        @Schema(
                description = "the published score to reach, as a decimal string with at most 2 decimals",
                examples = "4.60")
        Optional<String> target) {

    private static final long MOST = 1_000_000_000_000L;

    /** @throws Refused when not exactly one is given, a measure is unknown or an amount is absurd */
    Optional<Map<String, Long>> checkedChanges() {
        if (changes.isPresent() == target.isPresent()) {
            throw invalid("changes", "or target must be given, one of them", changes.isPresent() ? "both" : "nothing");
        }
        changes.ifPresent(given -> given.forEach(WhatIfRequest::check));
        return changes;
    }

    private static void check(String measure, Long amount) {
        if (!Measures.names().contains(measure)) {
            throw invalid("changes", "must name known measures", measure);
        }
        if (amount == null || Math.abs(amount) > MOST) {
            throw invalid("changes." + measure, "must be a whole number of at most " + MOST, amount);
        }
    }

    /** @throws Refused when it is no score with at most 2 decimals from 0 to 5 */
    BigDecimal checkedTarget() {
        String given = target.orElseThrow();
        if (!given.matches("[0-5](\\.[0-9]{1,2})?") || new BigDecimal(given).compareTo(BigDecimal.valueOf(5)) > 0) {
            throw invalid("target", "must be a score from 0 to 5 with at most 2 decimals", given);
        }
        return new BigDecimal(given);
    }

    private static Refused invalid(String field, String rule, Object given) {
        return Refused.field(400, "invalid-field", field, rule, given);
    }
}
