package org.shopscore.logistics.incident.threshold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.region.Region;
import org.shopscore.problem.PageToken;

/** A threshold as it is now. */
@Schema(name = "ExceptionThreshold")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ThresholdView(
        String thresholdId,
        Optional<String> from,
        Optional<String> to,
        Optional<String> carrier,
        int noScanHours,
        int inTransitHours,

        @Schema(description = "grows by one with each edit; name it in If-Match", examples = "1")
        long version) {

    /** Some thresholds by id, and where the list goes on. */
    @Schema(name = "ExceptionThresholds")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<ThresholdView> thresholds, Optional<String> nextPageToken) {

        /** @param found one more than the page holds, where there is more */
        static Page of(List<StoredThreshold> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            var next = found.size() > pageSize
                    ? Optional.of(PageToken.of(page.getLast().id()))
                    : Optional.<String>empty();
            return new Page(page.stream().map(ThresholdView::of).toList(), next);
        }
    }

    static ThresholdView of(StoredThreshold stored) {
        var threshold = stored.threshold();
        return new ThresholdView(
                stored.id(),
                threshold.lane().from().map(Region::code),
                threshold.lane().to().map(Region::code),
                threshold.lane().carrier(),
                threshold.noScanHours(),
                threshold.inTransitHours(),
                stored.version());
    }
}
