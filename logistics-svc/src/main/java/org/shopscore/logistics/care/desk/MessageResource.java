package org.shopscore.logistics.care.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.problem.FactId;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.ShopId;

/** What a shop's desk sees of the messages to its buyers. */
@Path("/v1/shops/{shopId}/care/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order care")
class MessageResource {

    private final MessageList list;

    MessageResource(MessageList list) {
        this.list = list;
    }

    @GET
    @Operation(
            summary = "The messages to the shop's buyers, and what has become of each",
            description = "The newest first, those included that were skipped, with the reason.")
    @APIResponseSchema(value = MessageView.Page.class, responseDescription = "a page of the log")
    public Uni<MessageView.Page> list(
            @ShopId @RestPath String shopId,
            @RestQuery Optional<@FactId String> orderId,
            @RestQuery Optional<Stage> stage,
            @RestQuery Optional<MessageState> state,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most 200")
                    int pageSize,
            @RestQuery String pageToken) {
        return list.page(new MessageList.Asked(shopId, orderId, stage, state, pageSize), pageToken);
    }
}
