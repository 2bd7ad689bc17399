package org.shopscore.aggregator.whatif;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.Scale;
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
        if (amount == null || amount < -MOST || amount > MOST) {
            throw invalid("changes." + measure, "must be a whole number from -%d to %d".formatted(MOST, MOST), amount);
        }
    }

    /** @throws Refused when it is no number with at most 2 decimals */
    BigDecimal checkedTarget() {
        String given = target.orElseThrow();
        if (!given.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            throw invalid("target", "must be a score with at most 2 decimals", given);
        }
        return new BigDecimal(given);
    }

    /** @throws Refused when no score can be so */
    static void checkWithin(Scale scale, BigDecimal target) {
        if (scale.clamp(target).compareTo(target) != 0) {
            throw invalid(
                    "target",
                    "must be a score from %s to %s with at most 2 decimals"
                            .formatted(scale.min().toPlainString(), scale.max().toPlainString()),
                    target.toPlainString());
        }
    }

    private static Refused invalid(String field, String rule, Object given) {
        return Refused.field(400, "invalid-field", field, rule, given);
    }
}
