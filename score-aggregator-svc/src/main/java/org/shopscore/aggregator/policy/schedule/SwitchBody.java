package org.shopscore.aggregator.policy.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.asked.InCalendar;
import org.shopscore.aggregator.policy.version.Said;

/**
 * From when on a policy is to hold.
 *
 * @param effectiveFrom the first stat date whose official scores it makes
 * @param visibleFrom   the instant, to the microsecond, from which on provisional scores are its; absent for the first one of that day,
 *                      or as soon as can be
 */
@Schema(name = "PolicySwitchRequest")
record SwitchBody(
        @NotNull(message = Said.GIVEN)
        @Pattern(regexp = Said.POLICY, message = "must match " + Said.POLICY)
        @Schema(examples = "exp-score-5/2026.2.0")
        String policy,

        @NotNull(message = Said.GIVEN) @InCalendar LocalDate effectiveFrom,
        Optional<@InCalendar Instant> visibleFrom,
        @Valid @NotNull(message = Said.GIVEN) Said why) {

    /** The database keeps microseconds: what is finer is left out, so that the same again reads as the same. */
    SwitchBody {
        visibleFrom = visibleFrom.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }
}
