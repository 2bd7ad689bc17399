package org.shopscore.logistics.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.listing.CsvText;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.ShopId;

/** What a shop may see of how its measures came to be: the very facts, those that count and those that do not. */
@Path("/v1/shops/{shopId}/evidence")
@Tag(name = "evidence")
class EvidenceResource {

    private static final String GIVEN = "must be given";

    private final EvidenceLists lists;

    EvidenceResource(EvidenceLists lists) {
        this.lists = lists;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The facts behind a measure of some days, both ends included, at most 400 days in Asia/Shanghai",
            description =
                    "Each with what it adds, or why it adds nothing; the sum over the list is the measure. Accept: text/csv gives"
                            + " the whole list at once.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EvidencePage.class)),
                @Content(mediaType = CsvText.TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "404",
            description = "unknown-shop, unknown-measure, measure-of-another-service: see owner")
    public Uni<EvidencePage> get(
            @ShopId @RestPath String shopId,
            @NotNull(message = GIVEN) @RestQuery String measure,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery @DefaultValue("50") @Min(1) @Max(PageToken.MOST) int pageSize,
            @RestQuery String pageToken) {
        return lists.page(span(shopId, measure, from, to), EvidencePage.Token.read(pageToken), pageSize);
    }

    @GET
    @Produces(CsvText.TYPE)
    @Operation(hidden = true)
    public RestMulti<String> getAsCsv(
            @ShopId @RestPath String shopId,
            @NotNull(message = GIVEN) @RestQuery String measure,
            @RestQuery String from,
            @RestQuery String to) {
        var span = span(shopId, measure, from, to);
        return RestMulti.fromUniResponse(lists.require(span), _ -> lists.csv(span));
    }

    private static Span span(String shopId, String measure, String from, String to) {
        var days = AskedDays.of(from, to);
        return new Span(shopId, measure, days.first(), days.last());
    }
}
