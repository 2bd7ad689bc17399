package org.shopscore.aggregator.policy.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dry run.
 *
 * @param against  the policy that the day was scored by, and that everything is compared with
 * @param state    RUNNING, FINISHED, FAILED
 * @param averaged partitions whose shops are counted in the category averages, of 32; scored likewise
 * @param failure  why a shop cannot be scored by the policy
 * @param result   of all shops; absent while it runs
 */
@Schema(name = "PolicyDryRun")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DryRun(
        String dryRunId,
        String policy,
        String against,
        LocalDate statDate,

        @Schema(enumeration = {"RUNNING", "FINISHED", "FAILED"})
        String state,

        int averaged,
        int scored,
        Instant requestedAt,
        Optional<Instant> finishedAt,
        Optional<String> failure,
        Optional<TallyView> result) {}
