package org.shopscore.logistics.care.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.care.message.Made;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.message.NewMessages;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.shipment.ShipmentListener;
import org.shopscore.logistics.shipment.ShipmentStep;
import org.shopscore.metric.MetricEvent;

/** Makes the messages of what parcels bring their orders to, in the very transaction. */
@ApplicationScoped
class ShipmentCare implements ShipmentListener {

    private final NewMessages messages;

    ShipmentCare(NewMessages messages) {
        this.messages = messages;
    }

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<ShipmentStep> steps) {
        return messages.make(
                        connection, steps.stream().flatMap(ShipmentCare::made).toList())
                .replaceWith(List.of());
    }

    private static Stream<Made> made(ShipmentStep step) {
        var shipped = step.before().isEmpty()
                ? made(step, Stage.SHIPPED, ShipmentStages.shippedAt(step))
                : Stream.<Made>empty();
        var outForDelivery = ShipmentStages.outForDeliveryAt(step).stream()
                .flatMap(at -> made(step, Stage.OUT_FOR_DELIVERY, Optional.of(at)));
        return Stream.concat(shipped, outForDelivery);
    }

    private static Stream<Made> made(ShipmentStep step, Stage stage, Optional<Instant> at) {
        return step.after().consignment().orderIds().stream()
                .map(orderId -> new Made(new MessageKey(new OrderId(step.id().shopId(), orderId), stage), at));
    }
}
