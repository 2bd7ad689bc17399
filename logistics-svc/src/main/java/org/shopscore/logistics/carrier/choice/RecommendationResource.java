package org.shopscore.logistics.carrier.choice;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.lane.PriceFields;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;

/** Which carrier to choose for a lane, for the logistics desk. */
@Path("/v1/lanes/{from}/{to}/recommendation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "carrier performance")
class RecommendationResource {

    private static final String WEEKS = "must be within 1 and 52";
    private static final String SAMPLES = "must be within 1 and 1000000";
    private static final String PARCELS = "must be within 1 and 1000000000";

    private final Recommendations recommendations;
    private final Clock clock;

    RecommendationResource(Recommendations recommendations, Clock clock) {
        this.recommendations = recommendations;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The registered carriers for a lane, the best first, each with the reason in words",
            description =
                    "Ranked by what they have shown between the two provinces in this week and those before it, in steps:"
                            + " whole percents on time, exceptions in a thousand, six hours of the time that nine in ten parcels took,"
                            + " price, tenths of a buyers' point. Carriers that do not cover the lane, do not offer the level, are too"
                            + " small or have too few samples are listed apart; without anyone left nobody is recommended.")
    @APIResponseSchema(value = RecommendationView.class, responseDescription = "the ranking")
    public Uni<RecommendationView> get(
            @RegionCode @RestPath String from,
            @RegionCode @RestPath String to,
            @RestQuery @DefaultValue("8") @Min(value = 1, message = WEEKS) @Max(value = 52, message = WEEKS) int weeks,
            @RestQuery @DefaultValue("30") @Min(value = 1, message = SAMPLES) @Max(value = 1_000_000, message = SAMPLES)
                    long minSamples,
            @RestQuery
                    Optional<@Min(value = 1, message = PARCELS) @Max(value = 1_000_000_000, message = PARCELS) Long>
                            parcelsPerDay,
            @RestQuery Optional<ServiceLevel> level,
            @RestQuery @DefaultValue("CNY") String currency,
            @RestQuery @DefaultValue("RELIABLE") Preference prefer) {
        var since = IsoWeek.of(clock.instant()).minus(weeks - 1);
        var wish = new Wish(
                new Region(from),
                new Region(to),
                minSamples,
                parcelsPerDay,
                level,
                PriceFields.currency(currency),
                prefer);
        return recommendations.of(wish, since).map(found -> RecommendationView.of(wish, since, found));
    }
}
