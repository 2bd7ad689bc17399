package org.shopscore.logistics.carrier.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.Leg;

/** A carrier's figures on a lane. */
@Schema(name = "CarrierFigures")
public record FiguresView(
        @Schema(description = "from the shop's word that the parcel left to the carrier's pickup")
        Hours pickup,

        @Schema(description = "from the pickup to the signature")
        Hours delivery,

        @Schema(description = "of the parcels whose promise to the buyer is decided")
        Share onTime,

        @Schema(description = "of the parcels picked up, those with an exception by the carrier's fault")
        Share exceptions,

        @Schema(description = "decided parcels that a disruption or force majeure takes out of all of this")
        long excluded,

        Feedback feedback) {

    @Schema(name = "FeedbackFigures")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Feedback(
            @Schema(description = "mean of 1 to 5; absent without answers", examples = "4.31")
            Optional<String> attitude,

            @Schema(description = "mean of 1 to 5; absent without answers")
            Optional<String> speed,

            Share damaged) {}

    private static final int DECIMALS = 2;

    public static FiguresView of(WeekFigures figures) {
        return new FiguresView(
                Hours.of(figures.minutes(Leg.PICKUP)),
                Hours.of(figures.minutes(Leg.DELIVERY)),
                Share.of(figures.count(Figure.ON_TIME), figures.count(Figure.DUE)),
                Share.of(figures.count(Figure.EXCEPTIONAL), figures.count(Figure.PICKED_UP)),
                figures.count(Figure.EXCLUDED),
                feedback(figures));
    }

    private static Feedback feedback(WeekFigures figures) {
        long answers = figures.count(Figure.OPINIONS);
        return new Feedback(
                Share.quotient(figures.count(Figure.ATTITUDE_POINTS), answers, DECIMALS),
                Share.quotient(figures.count(Figure.SPEED_POINTS), answers, DECIMALS),
                Share.of(figures.count(Figure.DAMAGED), answers));
    }
}
