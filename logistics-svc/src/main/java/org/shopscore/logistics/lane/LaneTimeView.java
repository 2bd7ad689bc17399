package org.shopscore.logistics.lane;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A standard as the table holds it: the lane may be wider than the one that was asked for. */
@Schema(name = "LaneTimeStandard")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LaneTimeView(
        String carrier,
        String from,
        String to,
        Instant validFrom,
        int pickupHours,
        int transitHours,
        ServiceLevel level,
        Optional<Long> priceMinor,
        Optional<String> currency) {

    @Schema(name = "LaneTimePage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(
            List<LaneTimeView> laneTimes,

            @Schema(description = "absent on the last page") Optional<String> nextPageToken) {

        /** @param found one more than the page holds when there is another page */
        static Page of(List<LaneStandard> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            return new Page(
                    page.stream().map(LaneTimeView::of).toList(),
                    found.size() > pageSize
                            ? Optional.of(LaneKey.of(page.getLast()).token())
                            : Optional.empty());
        }
    }

    static LaneTimeView of(LaneStandard standard) {
        var lane = standard.lane();
        return new LaneTimeView(
                lane.carrier(),
                lane.from().code(),
                lane.to().code(),
                standard.validFrom(),
                standard.pickupHours(),
                standard.transitHours(),
                standard.level(),
                standard.price().map(Price::minor),
                standard.price().map(Price::currency));
    }
}
