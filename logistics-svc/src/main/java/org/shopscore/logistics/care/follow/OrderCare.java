package org.shopscore.logistics.care.follow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.care.message.Made;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.message.NewMessages;
import org.shopscore.logistics.order.OrderListener;
import org.shopscore.logistics.order.OrderStep;
import org.shopscore.metric.MetricEvent;

/** Makes the messages of what orders come to, in the very transaction. */
@ApplicationScoped
class OrderCare implements OrderListener {

    private final NewMessages messages;

    OrderCare(NewMessages messages) {
        this.messages = messages;
    }

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<OrderStep> steps) {
        return messages.make(connection, steps.stream().flatMap(OrderCare::made).toList())
                .replaceWith(List.of());
    }

    private static Stream<Made> made(OrderStep step) {
        return OrderStages.of(step).stream()
                .map(reached -> new Made(new MessageKey(step.id(), reached.stage()), Optional.of(reached.at())));
    }
}
