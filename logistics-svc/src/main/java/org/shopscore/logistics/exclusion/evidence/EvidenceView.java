package org.shopscore.logistics.exclusion.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.PageToken;

/** A leg of an order that does not count, and why. */
@Schema(name = "ExcludedOrder")
record EvidenceView(
        String shopId,
        String orderId,
        Leg leg,

        @Schema(description = "what the order has to do with the disrupted region")
        Place place,

        @Schema(description = "the order's region, which lies in the disrupted one", examples = "CN-370112")
        String region,

        @Schema(description = "the payment") Instant from,

        @Schema(description = "the earlier of done and due") Instant to) {

    /** Some of them by order and leg, and where the list goes on. */
    @Schema(name = "ExcludedOrders")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(String disruptionId, List<EvidenceView> orders, Optional<String> nextPageToken) {

        /** @param found one more than the page holds, where there is more */
        static Page of(String disruptionId, List<EvidenceRows.OfOrder> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            var next = found.size() <= pageSize
                    ? Optional.<String>empty()
                    : Optional.of(page.getLast())
                            .map(last -> PageToken.of(
                                    last.orderKey(), last.evidence().leg().name()));
            return new Page(disruptionId, page.stream().map(EvidenceView::of).toList(), next);
        }
    }

    private static EvidenceView of(EvidenceRows.OfOrder found) {
        String[] key = found.orderKey().split("/", 2);
        var evidence = found.evidence();
        return new EvidenceView(
                key[0],
                key[1],
                evidence.leg(),
                evidence.place(),
                evidence.region().code(),
                evidence.begin(),
                evidence.end());
    }
}
