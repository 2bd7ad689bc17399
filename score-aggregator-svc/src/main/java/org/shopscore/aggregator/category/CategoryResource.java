package org.shopscore.aggregator.category;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.aggregator.asked.Worded;
import org.shopscore.problem.InTime;

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

    @Schema(name = "Categories")
    record Tree(List<Category> categories) {}

    private final Categories categories;

    CategoryResource(Categories categories) {
        this.categories = categories;
    }

    @GET
    @Operation(operationId = "listCategories", summary = "All categories, each with the one above it")
    @APIResponseSchema(value = Tree.class, responseCode = "200")
    public Uni<Tree> all() {
        return categories.all().map(Tree::new);
    }

    @PUT
    @Path("/{categoryId}")
    @Operation(operationId = "putCategory", summary = "Add a category, or change its name or place")
    @APIResponseSchema(value = Category.class, responseCode = "201", responseDescription = "new")
    @APIResponse(responseCode = "200", description = "known before")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "422", description = "unknown-category, circle")
    public Uni<RestResponse<Category>> put(
            @RestPath @Pattern(regexp = ID, message = "must match " + ID) String categoryId,
            @Valid @NotNull(message = GIVEN) Body body) {
        var category = new Category(categoryId, body.name(), body.parent());
        return categories
                .put(category)
                .map(isNew -> RestResponse.ResponseBuilder.create(
                                isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, category)
                        .build());
    }
}
