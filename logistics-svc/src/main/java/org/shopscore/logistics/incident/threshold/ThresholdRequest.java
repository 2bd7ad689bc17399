package org.shopscore.logistics.incident.threshold;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.logistics.waybill.CarrierCode;

/** What parcels on a lane may take. */
@Schema(name = "ExceptionThresholdHours")
record ThresholdRequest(
        @Schema(description = "every origin unless given", examples = "CN-33")
        Optional<@RegionCode String> from,

        @Schema(description = "every destination unless given", examples = "CN-65")
        Optional<@RegionCode String> to,

        @Schema(description = "every carrier unless given", examples = "yto")
        Optional<@CarrierCode String> carrier,

        @NotNull(message = GIVEN)
        @Min(value = 1, message = HOURS)
        @Max(value = 2_400, message = HOURS)
        @Schema(description = "from one scan to the next", examples = "48")
        Integer noScanHours,

        @NotNull(message = GIVEN)
        @Min(value = 1, message = HOURS)
        @Max(value = 2_400, message = HOURS)
        @Schema(description = "from the pickup until it has arrived", examples = "168")
        Integer inTransitHours) {

    static final String GIVEN = "must be given";
    private static final String HOURS = "must be 1 to 2400";

    Threshold threshold() {
        return new Threshold(
                new Threshold.Lane(from.map(Region::new), to.map(Region::new), carrier), noScanHours, inTransitHours);
    }
}
