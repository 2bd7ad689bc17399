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

/** What a shop's own team takes out of its facts in bulk. */
@Path("/v1/shops/{shopId}/exports/{kind}")
@Tag(name = "exports")
class ShopExportResource {

    private final Exports exports;

    ShopExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Produces(CsvText.TYPE)
    @Operation(summary = "The shop's own facts: " + ExportText.SUMMARY, description = ExportText.DESCRIPTION)
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
            @ShopId @RestPath String shopId,
            @Parameter(description = ExportText.KINDS, example = "orders") @RestPath String kind,
            @Parameter(description = ExportText.FROM) @RestQuery Optional<Instant> from,
            @Parameter(description = ExportText.TO) @RestQuery Optional<Instant> to) {
        return exports.csv(kind, new ExportAsk(Optional.of(shopId), from, to));
    }

    @GET
    @Produces(JsonLines.TYPE)
    @Operation(hidden = true)
    public RestMulti<ExportFormat.JsonText> getAsJson(
            @ShopId @RestPath String shopId,
            @RestPath String kind,
            @RestQuery Optional<Instant> from,
            @RestQuery Optional<Instant> to) {
        return exports.json(kind, new ExportAsk(Optional.of(shopId), from, to));
    }
}
