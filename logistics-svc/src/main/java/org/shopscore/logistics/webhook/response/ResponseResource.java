package org.shopscore.logistics.webhook.response;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shopscore.logistics.waybill.WaybillNumber;
import org.shopscore.logistics.webhook.delivery.Arrival;
import org.shopscore.logistics.webhook.delivery.Inbox;
import org.shopscore.logistics.webhook.delivery.Readers;
import org.shopscore.logistics.webhook.protocol.Signatures;
import org.shopscore.problem.Refused;

/** Takes what the team's own job fetched from a carrier or a provider, as it was answered. */
@Path("/v1/tracking-responses/{source}/{digest}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
@Tag(name = "tracking responses")
class ResponseResource {

    private final Readers readers;
    private final Inbox inbox;

    ResponseResource(Readers readers, Inbox inbox) {
        this.readers = readers;
        this.inbox = inbox;
    }

    /** What was taken. */
    @Schema(name = "TrackingResponse")
    record Taken(String source, String digest) {}

    @PUT
    @Operation(
            summary = "Take in a carrier's answer as it came",
            description =
                    "Sources: sf, zto, ups, usps, stamps, fedex, dhl, canadapost, lasership, a1, prestige, kuaidi100, kdniao,"
                            + " aftership, 17track, standard. It is kept like a push, and read afterwards.")
    @APIResponseSchema(value = Taken.class, responseCode = "201", responseDescription = "new and durable")
    @APIResponse(
            responseCode = "200",
            description = "the same again",
            content = @Content(schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "404", description = "unknown-source")
    public Uni<RestResponse<Taken>> put(
            @RestPath String source,
            @RestPath String digest,
            @RestQuery Optional<@WaybillNumber String> waybill,
            byte[] body) {
        if (!readers.knows(source)) {
            throw new Refused(404, "unknown-source", "nobody knows how to read an answer of " + source);
        }
        if (!Signatures.hex(Signatures.sha256(body)).equals(digest)) {
            throw Refused.field(
                    400, "invalid-field", "digest", "must be the SHA-256 of the body in lower case", digest);
        }
        return inbox.keep(Arrival.fetched(source, digest, waybill, body))
                .map(isNew -> ResponseBuilder.create(
                                isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, new Taken(source, digest))
                        .build());
    }
}
