package org.shopscore.customerservice.session;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.problem.FactId;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/** For the chat desk: sessions, who wrote in them and when. */
@Path("/v1/shops/{shopId}/sessions/{sessionId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Chat sessions; how long a buyer waits for a human is counted in turns")
class SessionResource {

    private static final String GIVEN = "must be given";

    @Schema(name = "SessionStart")
    record Start(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T02:00:00Z")
            Instant startedAt,

            @NotNull(message = GIVEN) StartsWith startsWith) {}

    @Schema(name = "Handover")
    record Handover(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T02:03:00Z")
            Instant handedOverAt) {}

    @Schema(name = "MessageSent")
    record Said(
            @NotNull(message = GIVEN) Author author,

            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T02:00:05Z")
            Instant sentAt) {}

    private final Sessions sessions;
    private final Clock clock;

    SessionResource(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @PUT
    @Operation(summary = "Tell that a session has started")
    @APIResponseSchema(value = SessionView.class, responseCode = "201", responseDescription = "It was not known")
    @APIResponse(
            responseCode = "200",
            description = "The same was told before",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "409", description = "session-differs: it is known with another start")
    @APIResponse(responseCode = "422", description = "time-in-future, time-too-old")
    public Uni<RestResponse<SessionView>> start(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String sessionId,
            @Valid @NotNull(message = GIVEN) Start start) {
        var key = new SessionKey(shopId, sessionId);
        var startedAt = Instants.past("startedAt", start.startedAt(), clock.instant());
        return sessions.start(key, Session.started(startedAt, start.startsWith()))
                .map(told -> answer(told.isNew(), SessionView.of(key, told.what())));
    }

    @PUT
    @Path("/handover")
    @Operation(summary = "Tell that the bot handed the session to a human; told twice, the earlier instant counts")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session")
    @APIResponse(responseCode = "404", description = "unknown-session")
    @APIResponse(responseCode = "409", description = "starts-with-human: there is nothing to hand over")
    @APIResponse(responseCode = "422", description = "time-in-future, time-too-old")
    public Uni<SessionView> handOver(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String sessionId,
            @Valid @NotNull(message = GIVEN) Handover handover) {
        var key = new SessionKey(shopId, sessionId);
        var at = Instants.past("handedOverAt", handover.handedOverAt(), clock.instant());
        return sessions.handOver(key, at).map(session -> SessionView.of(key, session));
    }

    @PUT
    @Path("/messages/{messageId}")
    @Operation(summary = "Tell that somebody wrote; messages may come late and in any order")
    @APIResponseSchema(value = Message.class, responseCode = "201", responseDescription = "It was not known")
    @APIResponse(
            responseCode = "200",
            description = "The same was told before",
            content = @Content(schema = @Schema(implementation = Message.class)))
    @APIResponse(responseCode = "404", description = "unknown-session")
    @APIResponse(responseCode = "409", description = "message-differs: it is known with another author or time")
    @APIResponse(responseCode = "422", description = "time-in-future, time-too-old, bound-broken")
    public Uni<RestResponse<Message>> tell(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String sessionId,
            @FactId @RestPath String messageId,
            @Valid @NotNull(message = GIVEN) Said said) {
        var sentAt = Instants.past("sentAt", said.sentAt(), clock.instant());
        return sessions.tell(new SessionKey(shopId, sessionId), new Message(messageId, said.author(), sentAt))
                .map(told -> answer(told.isNew(), told.what()));
    }

    @GET
    @Operation(summary = "A session with its messages and turns")
    @APIResponseSchema(value = SessionView.class, responseDescription = "A turn's seconds are absent while it is open")
    @APIResponse(responseCode = "404", description = "unknown-session")
    public Uni<SessionView> find(@ShopId @RestPath String shopId, @FactId @RestPath String sessionId) {
        var key = new SessionKey(shopId, sessionId);
        return sessions.find(key).map(session -> SessionView.of(key, session));
    }

    private static <T> RestResponse<T> answer(boolean isNew, T body) {
        return RestResponse.status(isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK, body);
    }
}
