package org.shopscore.logistics.care.template;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.care.language.LanguageTag;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** The texts that a shop's buyers read. */
@Path("/v1/shops/{shopId}/care/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "order care")
class TemplateResource {

    private static final String ONE = "/{stage}/{language}";
    private static final String NO_TEXT = "unknown-template: there is no text of the stage in the language";
    private static final String EDITED = "version-differs: somebody else has edited it meanwhile";
    private static final String UNVERSIONED = "version-required: there is no If-Match";

    private final ShopTemplates templates;
    private final ShippedTemplates shipped;

    TemplateResource(ShopTemplates templates, ShippedTemplates shipped) {
        this.templates = templates;
        this.shipped = shipped;
    }

    @GET
    @Operation(summary = "All texts that hold for the shop, by language and stage")
    @APIResponseSchema(value = TemplateView.All.class, responseDescription = "its own and the shipped ones")
    public Uni<TemplateView.All> list(@ShopId @RestPath String shopId) {
        return templates.of(shopId).map(own -> TemplateView.All.of(own, shipped));
    }

    @GET
    @Path(ONE)
    @Operation(
            summary = "A text that holds for the shop",
            description = "ETag: the version of the shop's own, 0 as long as it has none.")
    @APIResponseSchema(value = TemplateView.class, responseDescription = "the shop's own or the shipped one")
    @APIResponse(responseCode = "404", description = NO_TEXT)
    public Uni<RestResponse<TemplateView>> get(
            @ShopId @RestPath String shopId, @RestPath Stage stage, @LanguageTag @RestPath String language) {
        return templates.of(shopId, stage, language).map(this::answer);
    }

    @PUT
    @Path(ONE)
    @Operation(summary = "Replace a text by the shop's own")
    @APIResponseSchema(value = TemplateView.class, responseDescription = "the text that holds now")
    @APIResponse(responseCode = "412", description = EDITED)
    @APIResponse(responseCode = "428", description = UNVERSIONED)
    public Uni<RestResponse<TemplateView>> put(
            @ShopId @RestPath String shopId,
            @RestPath Stage stage,
            @LanguageTag @RestPath String language,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = "must be given") TextRequest body) {
        body.template();
        return templates
                .put(shopId, stage, language, ifMatch, Optional.of(body.text()))
                .map(this::answer);
    }

    @DELETE
    @Path(ONE)
    @Operation(summary = "Go back to the shipped text")
    @APIResponse(responseCode = "204", description = "the shop has no text of its own any more")
    @APIResponse(responseCode = "412", description = EDITED)
    @APIResponse(responseCode = "428", description = UNVERSIONED)
    public Uni<Void> delete(
            @ShopId @RestPath String shopId,
            @RestPath Stage stage,
            @LanguageTag @RestPath String language,
            @HeaderParam(IfMatch.HEADER) String ifMatch) {
        return templates.put(shopId, stage, language, ifMatch, Optional.empty()).replaceWithVoid();
    }

    private RestResponse<TemplateView> answer(ShopTemplates.Stored own) {
        var author = own.text().isPresent() ? TemplateView.Author.SHOP : TemplateView.Author.SHIPPED;
        String text = own.text()
                .or(() -> shipped.text(own.stage(), own.language()))
                .orElseThrow(() -> new Refused(
                        404, "unknown-template", "there is no text of " + own.stage() + " in " + own.language()));
        return RestResponse.ResponseBuilder.ok(new TemplateView(own.stage(), own.language(), text, author))
                .header(HttpHeaders.ETAG, IfMatch.tag(own.version()))
                .build();
    }
}
