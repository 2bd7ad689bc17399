package org.shopscore.logistics.disruption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.problem.Instants;
import org.shopscore.problem.Refused;

/** A disruption as the logistics team reports it. */
@Schema(name = "DisruptionReport")
record DisruptionRequest(
        @NotNull(message = GIVEN) @RegionCode @Schema(examples = "CN-3701")
        String region,

        @NotNull(message = GIVEN) @Schema(examples = "2026-07-12T16:00:00Z")
        Instant from,

        @NotNull(message = GIVEN) @Schema(description = "the first instant after it", examples = "2026-07-15T16:00:00Z")
        Instant to,

        @NotNull(message = GIVEN) Cause cause,

        @Schema(description = "no personal data", examples = "暴雨，济南转运中心停运")
        Optional<@Size(max = 500, message = "must have at most 500 characters") String> note) {

    static final String GIVEN = "must be given";

    private static final Duration TIME_TO_FIND = Duration.ofDays(10);

    /** Why a report is taken back. */
    @Schema(name = "DisruptionWithdrawal")
    record Withdrawal(
            @NotBlank(message = GIVEN)
            @Size(max = 500, message = "must have at most 500 characters")
            @Schema(examples = "登记错误")
            String reason) {

        String masked() {
            return Masking.mask(reason);
        }
    }

    /** @throws Refused when a time cannot be meant, or the end is not after the beginning */
    Report report(Instant now) {
        Instant begin = begin(from, now);
        Instant end = Instants.due("to", to, now);
        if (!begin.isBefore(end)) {
            throw Refused.field(400, "invalid-field", "to", "must lie after from", to);
        }
        return new Report(
                new Extent(new Region(region), begin, end),
                cause,
                note.map(Masking::mask).orElse(""));
    }

    /**
     * Checks that what a disruption took out or brings back lies on days that an event can still reach when it is found.
     *
     * @throws Refused 422 {@code time-too-old}, {@code time-too-far}
     */
    static Instant begin(Instant from, Instant now) {
        return Instants.due("from", from, now.plus(TIME_TO_FIND));
    }
}
