package org.shopscore.logistics.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a parcel is expected, and how that is known. */
@Schema(name = "EstimatedArrival")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ArrivalView(
        Basis basis,

        @Schema(description = "one in ten such parcels has come by then")
        Optional<Instant> earliestAt,

        @Schema(description = "half of them have") Optional<Instant> likelyAt,

        @Schema(description = "nine in ten have; by the lane's time all should")
        Optional<Instant> latestAt,

        @Schema(description = "parcels that had come as far and had not arrived sooner")
        Optional<Long> samples) {

    @Schema(name = "ArrivalBasis", description = "NOT_EXPECTED: signed, on its way back, lost or cancelled")
    enum Basis {
        LANE_HISTORY,
        LANE_TIME,
        UNKNOWN,
        NOT_EXPECTED
    }

    static ArrivalView of(Arrival arrival) {
        return switch (arrival) {
            case Arrival.FromHistory(var earliest, var likely, var latest, var samples) ->
                new ArrivalView(
                        Basis.LANE_HISTORY,
                        Optional.of(earliest),
                        Optional.of(likely),
                        Optional.of(latest),
                        Optional.of(samples));
            case Arrival.FromLaneTime(var latest) ->
                new ArrivalView(
                        Basis.LANE_TIME, Optional.empty(), Optional.empty(), Optional.of(latest), Optional.empty());
            case Arrival.Unknown() -> plain(Basis.UNKNOWN);
            case Arrival.NotExpected() -> plain(Basis.NOT_EXPECTED);
        };
    }

    private static ArrivalView plain(Basis basis) {
        return new ArrivalView(basis, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
