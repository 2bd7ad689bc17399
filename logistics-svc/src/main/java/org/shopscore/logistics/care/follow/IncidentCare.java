package org.shopscore.logistics.care.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.care.message.Made;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.message.NewMessages;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.record.IncidentListener;
import org.shopscore.logistics.incident.record.StoredIncident;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.shipment.ShipmentOrders;

/** Makes the messages of what goes wrong with parcels, in the very transaction; a buyer who refuses one need not be told. */
@ApplicationScoped
class IncidentCare implements IncidentListener {

    private final NewMessages messages;
    private final ShipmentOrders orders;

    IncidentCare(NewMessages messages, ShipmentOrders orders) {
        this.messages = messages;
        this.orders = orders;
    }

    @Override
    public Uni<Void> opened(SqlConnection connection, List<StoredIncident> opened) {
        var told = opened.stream()
                .filter(stored -> stored.incident().occurrence().type() != IncidentType.REFUSED)
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var shipments =
                told.stream().map(stored -> stored.told().shipment()).distinct().toList();
        return orders.of(connection, shipments)
                .chain(named -> messages.make(
                        connection,
                        told.stream().flatMap(stored -> made(stored, named)).toList()));
    }

    private static Stream<Made> made(StoredIncident stored, Map<String, List<OrderId>> orders) {
        var at = Optional.of(stored.incident().occurrence().openedAt());
        return orders.getOrDefault(stored.told().shipment().key(), List.of()).stream()
                .map(order -> new Made(new MessageKey(order, Stage.EXCEPTION), at));
    }
}
