package org.shopscore.logistics.carrier.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.PerformanceRegions;
import org.shopscore.logistics.carrier.report.FiguresView;
import org.shopscore.logistics.carrier.report.WeekFigures;
import org.shopscore.logistics.lane.Price;

/** Which carrier to choose for a lane, and why. */
@Schema(name = "Recommendation")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RecommendationView(
        @Schema(description = "the region whose figures were taken")
        String from,

        String to,
        @Schema(examples = "2026-W03") String sinceWeek,
        long minSamples,

        @Schema(description = "a carrier's code; absent when nobody has shown enough")
        Optional<String> recommended,

        Words reason,
        List<Place> ranking,
        List<RuledOut> ruledOut) {

    @Schema(name = "RecommendationPlace")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Place(
            int rank,
            String carrier,
            Words name,
            Words reason,
            FiguresView figures,
            Optional<Long> priceMinor,
            Optional<String> currency,
            Optional<Long> capacityPerDay) {}

    @Schema(name = "RecommendationRuledOut")
    record RuledOut(String carrier, Words name, Ranking.Obstacle why, Words reason) {}

    static RecommendationView of(Wish wish, IsoWeek since, Recommendations.Recommended found) {
        var ranking = found.ranking();
        var places = ranking.places().stream()
                .map(place -> place(place, wish, found))
                .toList();
        return new RecommendationView(
                PerformanceRegions.of(wish.from()).code(),
                PerformanceRegions.of(wish.to()).code(),
                since.toString(),
                wish.minSamples(),
                places.stream().findFirst().map(Place::carrier),
                places.stream().findFirst().map(Place::reason).orElseGet(() -> Reasons.nobody(wish)),
                places,
                ranking.ruledOut().stream()
                        .map(out -> new RuledOut(
                                out.candidate().carrier().code(),
                                name(out.candidate()),
                                out.why(),
                                Reasons.of(out, wish)))
                        .toList());
    }

    private static Place place(Ranking.Place place, Wish wish, Recommendations.Recommended found) {
        var candidate = place.candidate();
        String code = candidate.carrier().code();
        return new Place(
                place.rank(),
                code,
                name(candidate),
                Reasons.of(place, wish),
                FiguresView.of(found.figures().getOrDefault(code, new WeekFigures())),
                candidate.price().map(Price::minor),
                candidate.price().map(Price::currency),
                candidate.capacityPerDay());
    }

    private static Words name(Candidate candidate) {
        return new Words(candidate.carrier().nameZh(), candidate.carrier().nameEn());
    }
}
