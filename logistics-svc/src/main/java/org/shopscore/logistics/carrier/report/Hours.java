package org.shopscore.logistics.carrier.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.carrier.performance.Distribution;

/** How long something took, from the minutes of all parcels (nearest rank). */
@Schema(name = "Hours")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Hours(
        long parcels,

        @Schema(description = "absent without parcels", examples = "41.50")
        Optional<String> medianHours,

        @Schema(description = "absent without parcels", examples = "66.25")
        Optional<String> p90Hours) {

    private static final int DECIMALS = 2;
    private static final int MINUTES = 60;

    public static Hours of(Distribution minutes) {
        return new Hours(minutes.samples(), hours(minutes.percentile(50)), hours(minutes.percentile(90)));
    }

    private static Optional<String> hours(Optional<Long> minutes) {
        return minutes.flatMap(took -> Share.quotient(took, MINUTES, DECIMALS));
    }
}
