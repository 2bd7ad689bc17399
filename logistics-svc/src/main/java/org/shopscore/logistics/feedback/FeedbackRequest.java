package org.shopscore.logistics.feedback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.problem.Instants;

/** A buyer's answer to how the delivery was. */
@Schema(name = "DeliveryFeedbackGiven")
record FeedbackRequest(
        @NotNull(message = GIVEN)
        @Min(value = 1, message = STARS)
        @Max(value = 5, message = STARS)
        @Schema(description = "of the courier, 1 to 5")
        Integer courierAttitude,

        @NotNull(message = GIVEN)
        @Min(value = 1, message = STARS)
        @Max(value = 5, message = STARS)
        @Schema(description = "1 to 5")
        Integer speed,

        @NotNull(message = GIVEN) ParcelState parcelState,

        @Schema(description = "stored without names, numbers and addresses of persons")
        Optional<@Size(max = 500, message = "must have at most 500 characters") String> comment,

        @NotNull(message = GIVEN) @Schema(examples = "2026-03-05T02:00:00Z")
        Instant givenAt) {

    static final String GIVEN = "must be given";
    private static final String STARS = "must be within 1 and 5";

    Feedback feedback(Instant now) {
        return new Feedback(
                courierAttitude,
                speed,
                parcelState,
                comment.map(Masking::mask).orElse(""),
                Instants.past("givenAt", givenAt, now));
    }
}
