package org.shopscore.logistics.bulk;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.bulk.line.JsonLines;
import org.shopscore.logistics.listing.CsvText;
import org.shopscore.problem.FactId;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.ShopId;

/** What the platform's operators send in bulk. A file may be sent again: what is in already stays as it is. */
@Path("/v1/imports/{importId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportResource {

    private static final String UNKNOWN = "unknown-import";

    private final Imports imports;
    private final FileFormat format;
    private final Reports reports;

    ImportResource(Imports imports, FileFormat format, Reports reports) {
        this.imports = imports;
        this.format = format;
        this.reports = reports;
    }

    @PUT
    @Blocking
    @Consumes({CsvText.TYPE, JsonLines.TYPE})
    @Operation(
            summary = "Take in a file, line by line",
            description =
                    "CSV with a line of column names, or one JSON object a line, 256 MiB at most. Columns are the fields of the"
                            + " fact's own request, with shopId and the fact's id. Good lines are taken in, bad ones are in the report.")
    @RequestBody(
            content = {
                @Content(mediaType = CsvText.TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = JsonLines.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "201",
            responseDescription = "the first time under this id")
    @APIResponse(
            responseCode = "200",
            description = "sent again",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "unknown-column, missing-column; malformed-csv, body-cut-off: the lines before are in, see import")
    @APIResponse(responseCode = "409", description = "import-running; import-differs: it is of another kind or shop")
    @APIResponse(
            responseCode = "503",
            description = "too-many-imports; outbox-full: the lines before are in, see import")
    public RestResponse<ImportView> put(
            @FactId @RestPath String importId,
            @Parameter(description = "what the lines are", example = "orders")
                    @NotNull(message = "must be given")
                    @RestQuery
                    String kind,
            @Parameter(description = "of the lines that name none") @ShopId @RestQuery String shopId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        var ask = new ImportAsk(importId, kind, Optional.ofNullable(shopId));
        var columns = imports.kind(kind).columns();
        var lines = format.lines(type, body, shopId == null ? columns : columns.given("shopId"));
        var view = imports.run(ask, lines);
        var status = view.runs() == 1 ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.ResponseBuilder.create(status, view).build();
    }

    @GET
    @Operation(summary = "How far an import has come")
    @APIResponseSchema(value = ImportView.class, responseDescription = "kept for 30 days")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<ImportView> get(@FactId @RestPath String importId) {
        return reports.find(importId);
    }

    @GET
    @Path("/rejected")
    @Operation(summary = "The lines that were not taken, and why")
    @APIResponseSchema(value = RejectionPage.class, responseDescription = "in the order of the file")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<RejectionPage> getRejected(
            @FactId @RestPath String importId,
            @RestQuery @DefaultValue("50") @Min(1) @Max(PageToken.MOST) int pageSize,
            @RestQuery String pageToken) {
        var after = RejectionPage.after(pageToken);
        return reports.find(importId)
                .chain(() -> reports.rejected(importId, after, pageSize))
                .map(page -> RejectionPage.of(importId, page, pageSize));
    }

    @GET
    @Path("/rejected")
    @Produces(CsvText.TYPE)
    @Operation(hidden = true)
    public RestMulti<String> getRejectedAsCsv(@FactId @RestPath String importId) {
        return RestMulti.fromUniResponse(reports.find(importId), _ -> reports.rejectedAsCsv(importId));
    }
}
