package org.shopscore.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.shopscore.suite.fact.ChatFact;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Wire;

/** Looks a fact up through the public API. */
public final class WireStanding implements Ledger.Standing {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Wire wire;

    public WireStanding(Wire wire) {
        this.wire = wire;
    }

    @Override
    public boolean stands(Fact fact) {
        return switch (fact) {
            case OrderFact.Paid paid -> !order(paid).isMissingNode();
            case OrderFact.PickedUp pickup -> order(pickup).hasNonNull("pickedUpAt");
            case OrderFact.Signed signature -> order(signature).hasNonNull("signedAt");
            case OrderFact.Cancelled cancellation -> order(cancellation).hasNonNull("cancelledAt");
            case OrderFact.Reviewed review ->
                holds(document(fact, "/" + review.reviewId()), "reviewId", review.reviewId());
            case ChatFact.ChatStarted start -> !document(start, "").isMissingNode();
            case ChatFact.HandedOver handedOver ->
                document(handedOver, "/handover").hasNonNull("handedOverAt");
            case ChatFact.Said said ->
                holds(document(said, "/messages/" + said.messageId()), "messageId", said.messageId());
        };
    }

    private JsonNode order(OrderFact fact) {
        return document(
                fact,
                fact.command().path().substring(("/v1/shops/" + fact.shopId() + "/orders/" + fact.orderId()).length()));
    }

    private static boolean holds(JsonNode document, String field, String id) {
        return document.findValuesAsText(field).contains(id);
    }

    /** The document above the fact's own path. */
    private JsonNode document(Fact fact, String below) {
        var own = fact.command().path();
        var path = own.substring(0, own.length() - below.length());
        var service = fact.command().team().in(wire.suite()).http();
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var reply = wire.get(service, path);
                if (reply.isGood()) {
                    return reply.json();
                }
                if (reply.status() == 404) {
                    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
                }
            } catch (IOException e) {
                if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException("cannot look up " + fact, e);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
