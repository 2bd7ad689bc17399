package org.shopscore.logistics.bulk.export;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.bulk.line.JsonLines;
import org.shopscore.logistics.listing.CsvText;
import org.shopscore.problem.ShopId;

/** What the platform's operators take out in bulk, of one shop or of all. */
@Path("/v1/exports/{kind}")
@Tag(name = "exports")
class DeskExportResource {

    private final Exports exports;

    DeskExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Produces(CsvText.TYPE)
    @Operation(summary = ExportText.SUMMARY, description = ExportText.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = ExportText.WHOLE,
            content = {
                @Content(mediaType = CsvText.TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = JsonLines.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = ExportText.UNKNOWN)
    @APIResponse(responseCode = "503", description = ExportText.FULL)
    public RestMulti<String> getAsCsv(
            @Parameter(description = ExportText.KINDS, example = "orders") @RestPath String kind,
            @Parameter(description = "all shops without it") @RestQuery Optional<@ShopId String> shopId,
            @Parameter(description = ExportText.FROM) @RestQuery Optional<Instant> from,
            @Parameter(description = ExportText.TO) @RestQuery Optional<Instant> to) {
        return exports.csv(kind, new ExportAsk(shopId, from, to));
    }

    @GET
    @Produces(JsonLines.TYPE)
    @Operation(hidden = true)
    public RestMulti<ExportFormat.JsonText> getAsJson(
            @RestPath String kind,
            @RestQuery Optional<@ShopId String> shopId,
            @RestQuery Optional<Instant> from,
            @RestQuery Optional<Instant> to) {
        return exports.json(kind, new ExportAsk(shopId, from, to));
    }
}
