package org.shopscore.aggregator.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.aggregator.asked.Worded;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.InTime;
import org.shopscore.problem.PageToken;

/** The category tree, kept by the platform's operators. */
@InTime
@Path("/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
class CategoryResource {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String GIVEN = "must be given";

    /** @param parent absent for a category at the top */
    @Schema(name = "CategoryRequest")
    record Body(
            @NotNull(message = GIVEN) @Size(min = 1, max = 200, message = "must have 1 to 200 characters") @Worded
            String name,

            Optional<@Pattern(regexp = ID, message = "must match " + ID) String> parent) {}

    /** @param nextPageToken absent on the last page */
    @Schema(name = "Categories")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Category> categories, Optional<String> nextPageToken) {}

    private final Categories categories;

    CategoryResource(Categories categories) {
        this.categories = categories;
    }

    @GET
    @Operation(operationId = "listCategories", summary = "Categories by id, each with the one above it")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<Page> list(
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        String after = PageToken.read(pageToken, 1).map(List::getFirst).orElse("");
        return categories.page(after, pageSize + 1).map(found -> {
            var shown = found.stream().limit(pageSize).toList();
            return new Page(
                    shown,
                    found.size() > pageSize
                            ? Optional.of(PageToken.of(shown.getLast().categoryId()))
                            : Optional.empty());
        });
    }

    @GET
    @Path("/{categoryId}")
    @Operation(operationId = "getCategory", summary = "One category, and the version that an edit of it names")
    @APIResponseSchema(value = Category.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-category")
    public Uni<RestResponse<Category>> get(
            @RestPath @Pattern(regexp = ID, message = "must match " + ID) String categoryId) {
        return categories.find(categoryId).map(found -> answer(RestResponse.Status.OK, found));
    }

    @PUT
    @Path("/{categoryId}")
    @Operation(
            operationId = "putCategory",
            summary = "Add a category, or change its name or place",
            description =
                    "The same again changes nothing. With If-Match only the version it names is changed, and nothing is added.")
    @APIResponseSchema(value = Category.class, responseCode = "201", responseDescription = "new")
    @APIResponse(responseCode = "200", description = "known before")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "412", description = "version-differs: another one is stored, or none")
    @APIResponse(responseCode = "422", description = "unknown-category, circle")
    public Uni<RestResponse<Category>> put(
            @RestPath @Pattern(regexp = ID, message = "must match " + ID) String categoryId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = GIVEN) Body body) {
        return categories
                .put(categoryId, body.name(), body.parent(), ifMatch)
                .map(stored -> answer(
                        stored.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, stored.category()));
    }

    private static RestResponse<Category> answer(RestResponse.Status status, Category category) {
        return RestResponse.ResponseBuilder.create(status, category)
                .header(HttpHeaders.ETAG, IfMatch.tag(category.version()))
                .build();
    }
}
