package org.shopscore.logistics.care.setting;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.buyer.BuyerRef;
import org.shopscore.logistics.care.language.LanguageTag;
import org.shopscore.problem.Instants;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** What a buyer wants to be told by a shop. */
@Path("/v1/shops/{shopId}/care/buyers/{buyerRef}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "order care")
class BuyerResource {

    private static final String GIVEN = "must be given";

    @Schema(name = "BuyerChoice")
    record Request(
            @NotNull(message = GIVEN) Boolean optedOut,
            @Schema(examples = "en") Optional<@LanguageTag String> language,

            @NotNull(message = GIVEN) @Schema(description = "the latest choice holds, in whatever order they are told")
            Instant changedAt) {

        BuyerChoice choice(Instant now) {
            return new BuyerChoice(optedOut, language, Instants.past("changedAt", changedAt, now));
        }
    }

    private final BuyerChoices choices;
    private final Clock clock;

    BuyerResource(BuyerChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    @PUT
    @Operation(
            summary = "Take in what a buyer has chosen",
            description = "A choice from before the known one changes nothing.")
    @APIResponseSchema(value = BuyerChoice.class, responseDescription = "the choice that holds now")
    public Uni<BuyerChoice> put(
            @ShopId @RestPath String shopId,
            @BuyerRef @RestPath String buyerRef,
            @Valid @NotNull(message = GIVEN) Request body) {
        return choices.put(new BuyerChoices.Buyer(shopId, buyerRef), body.choice(clock.instant()));
    }

    @GET
    @Operation(summary = "What a buyer has chosen")
    @APIResponseSchema(value = BuyerChoice.class, responseDescription = "the choice that holds")
    @APIResponse(responseCode = "404", description = "unknown-buyer: it has chosen nothing")
    public Uni<BuyerChoice> get(@ShopId @RestPath String shopId, @BuyerRef @RestPath String buyerRef) {
        return choices.of(new BuyerChoices.Buyer(shopId, buyerRef))
                .map(found -> found.orElseThrow(() -> new Refused(
                        404, "unknown-buyer", "the buyer " + buyerRef + " has chosen nothing at shop " + shopId)));
    }
}
