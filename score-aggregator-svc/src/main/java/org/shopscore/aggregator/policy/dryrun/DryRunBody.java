package org.shopscore.aggregator.policy.dryrun;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.asked.InCalendar;
import org.shopscore.aggregator.policy.version.Said;

/** @param statDate a published day, whose inputs are scored again; absent for the newest */
@Schema(name = "PolicyDryRunRequest")
record DryRunBody(
        @NotNull(message = Said.GIVEN)
        @Pattern(regexp = Said.POLICY, message = "must match " + Said.POLICY)
        @Schema(examples = "exp-score-5/2026.2.0")
        String policy,

        Optional<@InCalendar LocalDate> statDate) {}
