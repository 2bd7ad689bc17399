package org.shopscore.logistics.incident.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.record.IncidentCommands;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.incident.record.IncidentQueries;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** Where the logistics desk records whom it spoke to about an exception. */
@Path("/v1/shops/{shopId}/shipments/{shipmentId}/exceptions/{exceptionId}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
class ContactResource {

    private static final String UNKNOWN = "unknown-exception, unknown-shipment";

    private final IncidentCommands commands;
    private final IncidentQueries queries;
    private final Pool pool;
    private final Clock clock;

    ContactResource(IncidentCommands commands, IncidentQueries queries, Pool pool, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.pool = pool;
        this.clock = clock;
    }

    @PUT
    @Path("/{contactId}")
    @Operation(summary = "Somebody was spoken to", description = "An entry is added once and never changed.")
    @APIResponseSchema(value = Contact.All.class, responseDescription = "all contacts, oldest first")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "contact-differs; exception-not-allowed: nobody sees to it")
    public Uni<Contact.All> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @FactId @RestPath String contactId,
            @Valid @NotNull(message = ContactRequest.GIVEN) ContactRequest body) {
        var id = new IncidentId(shopId, exceptionId);
        var now = clock.instant();
        var contact = body.contact(contactId, now);
        String detail = contact.whom() + " by " + contact.channel() + ": contact " + contactId;
        return commands.add(
                        id,
                        new ShipmentId(shopId, shipmentId),
                        Move.contact(),
                        detail,
                        (connection, _) -> ContactRows.add(connection, id, contact, now))
                .chain(() -> all(id));
    }

    @GET
    @Operation(summary = "Who was spoken to, oldest first")
    @APIResponseSchema(value = Contact.All.class, responseDescription = "all contacts")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<Contact.All> get(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId) {
        var id = new IncidentId(shopId, exceptionId);
        return queries.find(id, new ShipmentId(shopId, shipmentId)).chain(_ -> all(id));
    }

    private Uni<Contact.All> all(IncidentId id) {
        return ContactRows.find(pool, id).map(contacts -> new Contact.All(id.shopId(), id.exceptionId(), contacts));
    }
}
