package org.shopscore.logistics.exclusion.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.disruption.Disruptions;
import org.shopscore.problem.FactId;
import org.shopscore.problem.PageToken;

/** Which orders a disruption takes out of the measures, for whoever has to answer for it. */
@Path("/v1/disruptions/{disruptionId}/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disruptions")
class EvidenceResource {

    private static final String PAGE_SIZE = "must be 1 to 200";

    private final Pool pool;
    private final Disruptions disruptions;

    EvidenceResource(Pool pool, Disruptions disruptions) {
        this.pool = pool;
        this.disruptions = disruptions;
    }

    @GET
    @Operation(summary = "The legs of orders that do not count for this disruption, by order, and why")
    @APIResponseSchema(value = EvidenceView.Page.class, responseDescription = "one page")
    @APIResponse(responseCode = "404", description = "unknown-disruption")
    public Uni<EvidenceView.Page> list(
            @FactId @RestPath String disruptionId,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = PAGE_SIZE)
                    @Max(value = PageToken.MOST, message = PAGE_SIZE)
                    int pageSize,
            @RestQuery String pageToken) {
        var after = PageToken.read(pageToken, 2).orElse(List.of("", ""));
        return disruptions
                .find(disruptionId)
                .chain(_ -> EvidenceRows.page(pool, disruptionId, after.getFirst(), after.getLast(), pageSize + 1))
                .map(found -> EvidenceView.Page.of(disruptionId, found, pageSize));
    }
}
