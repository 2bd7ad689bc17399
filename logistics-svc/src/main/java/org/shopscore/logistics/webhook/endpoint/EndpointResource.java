package org.shopscore.logistics.webhook.endpoint;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Protocols;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** Where providers may push to, set up by operations: created, rotated, restricted, switched off. */
@Path("/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "webhook endpoints")
class EndpointResource {

    private static final String UNKNOWN = "unknown-provider, unknown-endpoint";

    private final Endpoints endpoints;
    private final Protocols protocols;

    EndpointResource(Endpoints endpoints, Protocols protocols) {
        this.endpoints = endpoints;
        this.protocols = protocols;
    }

    @PUT
    @Path("/{provider}/{endpointId}")
    @Operation(
            summary = "Set up an endpoint, or change it",
            description = "A change names the version it was made from in If-Match. The secrets are never given out.")
    @APIResponseSchema(value = EndpointView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "changed, or the same again",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    @APIResponse(responseCode = "404", description = "unknown-provider")
    @APIResponse(responseCode = "412", description = "version-differs")
    @APIResponse(responseCode = "428", description = "version-required")
    public Uni<RestResponse<EndpointView>> put(
            @RestPath String provider,
            @FactId @RestPath String endpointId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = EndpointRequest.GIVEN) EndpointRequest body) {
        var wanted = body.endpoint(new EndpointKey(provider, endpointId), protocol(provider));
        return endpoints.put(wanted, ifMatch).map(placed -> shown(placed.endpoint(), placed.isNew()));
    }

    @GET
    @Path("/{provider}/{endpointId}")
    @Operation(summary = "An endpoint, without its secrets")
    @APIResponseSchema(value = EndpointView.class, responseDescription = "as it is set up now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public RestResponse<EndpointView> get(@RestPath String provider, @FactId @RestPath String endpointId) {
        protocol(provider);
        return endpoints
                .find(new EndpointKey(provider, endpointId))
                .map(endpoint -> shown(endpoint, false))
                .orElseThrow(() ->
                        new Refused(404, "unknown-endpoint", provider + " has no endpoint " + endpointId + " here"));
    }

    @GET
    @Operation(summary = "All endpoints, without their secrets")
    @APIResponseSchema(value = EndpointView.Page.class, responseDescription = "by provider and id")
    public EndpointView.Page list(
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most 200")
                    int pageSize,
            @RestQuery String pageToken) {
        return EndpointPages.of(endpoints.all(), pageSize, PageToken.read(pageToken, 2));
    }

    private Protocol protocol(String provider) {
        return protocols
                .of(provider)
                .orElseThrow(() -> new Refused(404, "unknown-provider", "nobody knows how to take " + provider));
    }

    private static RestResponse<EndpointView> shown(Endpoint endpoint, boolean isNew) {
        return ResponseBuilder.create(
                        isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, EndpointView.of(endpoint))
                .header(HttpHeaders.ETAG, IfMatch.tag(endpoint.version()))
                .build();
    }
}
