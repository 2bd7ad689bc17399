package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.incident.record.IncidentQueries;
import org.shopscore.problem.ShopId;

/** What a shop sees of the exceptions of its shipments. */
@Path("/v1/shops/{shopId}/exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
class ShopIncidentResource {

    private final IncidentQueries queries;

    ShopIncidentResource(IncidentQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(summary = "The shop's exceptions by type, state, owner, fault and age, oldest first")
    @APIResponseSchema(value = IncidentView.Page.class, responseDescription = "one page")
    @APIResponse(responseCode = "400", description = "invalid-field, unknown-value, invalid-page-token")
    public Uni<IncidentView.Page> list(@ShopId @RestPath String shopId, @Valid @BeanParam ListQuery asked) {
        return queries.page(asked.filter(Optional.of(shopId)), asked.after(), asked.pageSize + 1)
                .map(found -> IncidentView.Page.of(found, asked.pageSize));
    }
}
