package org.shopscore.aggregator.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.problem.InTime;
import org.shopscore.problem.PageToken;

/** All registered shops, for the platform's operators. */
@InTime
@Path("/v1/shops")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
class ShopListResource {

    /** @param nextPageToken absent on the last page */
    @Schema(name = "Shops")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<ShopView> shops, Optional<String> nextPageToken) {}

    private final Shops shops;

    ShopListResource(Shops shops) {
        this.shops = shops;
    }

    @GET
    @Operation(operationId = "listShops", summary = "Registered shops by id, all or those of one main category")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<Page> list(
            @RestQuery @Pattern(regexp = Registration.CATEGORY, message = "must match " + Registration.CATEGORY)
                    String category,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        String after = PageToken.read(pageToken, 1).map(List::getFirst).orElse("");
        return shops.page(after, category, pageSize + 1).map(found -> {
            var shown = found.stream().limit(pageSize).map(ShopView::of).toList();
            return new Page(
                    shown,
                    found.size() > pageSize
                            ? Optional.of(PageToken.of(shown.getLast().shopId()))
                            : Optional.empty());
        });
    }
}
