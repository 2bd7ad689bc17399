package org.shopscore.aggregator.policy.version;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shopscore.aggregator.policy.file.PolicySchema;

/** What policy documents look like, for whoever writes them. */
@Path("/v1/policy-schema")
@Tag(name = "Policies")
class SchemaResource {

    @GET
    @Produces("application/schema+json")
    @Operation(operationId = "getPolicySchema", summary = "The JSON Schema (2020-12) of policy documents")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String schema() {
        return PolicySchema.text();
    }
}
