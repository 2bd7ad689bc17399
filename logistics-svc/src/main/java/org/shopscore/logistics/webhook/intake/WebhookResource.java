package org.shopscore.logistics.webhook.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.outbox.TakenWhileFull;

/** Where providers push what their carriers tell: verified, kept, answered. What it says is read afterwards. */
@Path("/webhooks/{provider}/{endpointId}")
@Consumes(MediaType.WILDCARD)
@TakenWhileFull
@Tag(name = "webhooks")
class WebhookResource {

    private static final String RETRY_SECONDS = "5";

    private final Doorman doorman;

    WebhookResource(Doorman doorman) {
        this.doorman = doorman;
    }

    @POST
    @Operation(
            summary = "Take a provider's push",
            description =
                    "Providers: kuaidi100, kdniao, aftership, 17track, standard. Each is answered in its own form.")
    @APIResponse(responseCode = "200", description = "accepted and durable, or there already")
    @APIResponse(responseCode = "401", description = "forged, stale")
    @APIResponse(responseCode = "403", description = "foreign-source")
    @APIResponse(responseCode = "404", description = "unknown-endpoint")
    @APIResponse(responseCode = "410", description = "disabled")
    @APIResponse(responseCode = "413", description = "body-too-large")
    @APIResponse(responseCode = "415", description = "wrong-type")
    @APIResponse(responseCode = "503", description = "unavailable: nothing was stored")
    public Uni<Response> post(
            @RestPath String provider,
            @RestPath String endpointId,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request,
            byte[] body) {
        var push = new Push(provider, endpointId, headers.getRequestHeaders(), request.remoteAddress(), body);
        return doorman.take(push).map(WebhookResource::response);
    }

    private static Response response(Answer answer) {
        var response = Response.status(answer.status()).type(answer.mediaType()).entity(answer.body());
        return answer.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build()
                : response.build();
    }
}
