package org.shopscore.logistics.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A buyer's feedback on a delivery. */
@Schema(name = "DeliveryFeedback")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FeedbackView(
        String shopId,
        String shipmentId,
        String carrier,
        int courierAttitude,
        int speed,
        ParcelState parcelState,
        Optional<String> comment,
        Instant givenAt) {

    @Schema(name = "DeliveryFeedbackPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(
            List<FeedbackView> feedback,

            @Schema(description = "absent on the last page") Optional<String> nextPageToken) {

        /** @param found one more than the page holds when there is another page */
        static Page of(List<StoredFeedback> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            return new Page(
                    page.stream().map(FeedbackView::of).toList(),
                    found.size() > pageSize ? Optional.of(FeedbackQuery.token(page.getLast())) : Optional.empty());
        }
    }

    static FeedbackView of(StoredFeedback stored) {
        var feedback = stored.feedback();
        return new FeedbackView(
                stored.shopId(),
                stored.shipmentId(),
                stored.carrier(),
                feedback.attitude(),
                feedback.speed(),
                feedback.parcelState(),
                Optional.of(feedback.comment()).filter(text -> !text.isEmpty()),
                feedback.givenAt());
    }
}
