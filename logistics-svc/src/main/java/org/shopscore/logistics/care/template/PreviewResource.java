package org.shopscore.logistics.care.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.care.language.LanguageTag;
import org.shopscore.problem.ShopId;

/** Shows a shop what its buyers would read. */
@Path("/v1/shops/{shopId}/care:preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "order care")
class PreviewResource {

    private static final String GIVEN = "must be given";

    @Schema(name = "CarePreviewRequest")
    record Draft(
            @NotNull(message = GIVEN) @LanguageTag @Schema(examples = "zh-CN")
            String language,

            @NotNull(message = GIVEN) @Schema(examples = "您的订单{orderId}已发货[，运单号{waybill}]。")
            String text) {}

    @POST
    @Operation(summary = "See what a buyer would read", description = "Stores nothing.")
    @APIResponseSchema(value = Preview.class, responseDescription = "the text with the values of an example")
    public Preview preview(@ShopId @RestPath String shopId, @Valid @NotNull(message = GIVEN) Draft body) {
        return Preview.of(new TextRequest(body.text()).template(), body.language());
    }
}
