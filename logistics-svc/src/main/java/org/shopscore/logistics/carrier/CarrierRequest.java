package org.shopscore.logistics.carrier;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;

/** A carrier as the desk describes it. */
@Schema(name = "CarrierProfile")
record CarrierRequest(
        @NotBlank(message = GIVEN) @Size(max = 60, message = NAME) @Schema(examples = "圆通速递")
        String nameZh,

        @NotBlank(message = GIVEN) @Size(max = 60, message = NAME) @Schema(examples = "YTO Express")
        String nameEn,

        @NotNull(message = GIVEN)
        @Size(min = 1, max = 400, message = "must hold 1 to 400")
        @Schema(
                examples = "[\"CN\"]",
                description = "where it picks up and delivers: regions with all that lies in them")
        List<@RegionCode @NotNull(message = GIVEN) String> coverage,

        @NotNull(message = GIVEN) @Size(min = 1, max = 4, message = "must hold 1 to 4")
        List<@NotNull(message = GIVEN) ServiceLevel> levels,

        @Schema(description = "parcels on its busiest day")
        Optional<@Min(value = 1, message = PEAK) @Max(value = MOST, message = PEAK) Long> peakPerDay) {

    static final String GIVEN = "must be given";
    static final long MOST = 1_000_000_000;
    private static final String NAME = "must have at most 60 characters";
    private static final String PEAK = "must be within 1 and " + MOST;

    Carrier carrier(String code) {
        return new Carrier(
                code,
                nameZh.strip(),
                nameEn.strip(),
                coverage.stream().map(Region::new).collect(Collectors.toSet()),
                Set.copyOf(levels),
                peakPerDay);
    }
}
