package org.shopscore.logistics.lane;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.Instants;
import org.shopscore.problem.Refused;

/** How long a carrier may take on a lane, from a date on. */
@Schema(name = "LaneTime")
record LaneTimeRequest(
        @NotNull(message = GIVEN)
        @Schema(
                examples = "2026-03-01T00:00:00Z",
                description = "for what is paid and ready then or later, until a later one of the same lane")
        Instant validFrom,

        @NotNull(message = GIVEN)
        @Min(value = 1, message = HOURS)
        @Max(value = LaneStandard.MOST_HOURS, message = HOURS)
        @Schema(examples = "24", description = "from paid and ready until the carrier has the parcel")
        Integer pickupHours,

        @NotNull(message = GIVEN)
        @Min(value = 1, message = HOURS)
        @Max(value = LaneStandard.MOST_HOURS, message = HOURS)
        @Schema(examples = "72", description = "from that pickup until the buyer has it")
        Integer transitHours,

        @NotNull(message = GIVEN) ServiceLevel level,

        @Schema(examples = "350", description = "for one parcel, in the currency's smallest unit")
        Optional<@Min(value = 0, message = MINOR) @Max(value = Price.MOST, message = MINOR) Long> priceMinor,

        @Schema(examples = "CNY", description = "ISO 4217; given with a price")
        Optional<String> currency) {

    static final String GIVEN = "must be given";
    private static final String HOURS = "must be within 1 and " + LaneStandard.MOST_HOURS;
    private static final String MINOR = "must be within 0 and " + Price.MOST;

    /** @throws Refused when the date cannot be meant, or a price comes without its currency */
    LaneStandard standard(Lane lane, Instant now) {
        return new LaneStandard(
                lane,
                Instants.due("validFrom", validFrom, now),
                pickupHours,
                transitHours,
                level,
                PriceFields.price(priceMinor, currency));
    }
}
