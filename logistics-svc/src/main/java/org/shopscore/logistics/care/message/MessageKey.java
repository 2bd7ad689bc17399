package org.shopscore.logistics.care.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.UUID;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;

/** A message is that of a stage of an order: there is no second one. */
public record MessageKey(OrderId order, Stage stage) implements Comparable<MessageKey> {

    private static final Comparator<MessageKey> BY_ROW =
            Comparator.comparing((MessageKey key) -> key.order.key()).thenComparing(key -> key.stage.name());

    /** The same in each life of the database: towards the provider it is the idempotency key. */
    public UUID id() {
        return UUID.nameUUIDFromBytes((order.key() + "/" + stage).getBytes(UTF_8));
    }

    /** The order in which rows are locked. */
    @Override
    public int compareTo(MessageKey other) {
        return BY_ROW.compare(this, other);
    }
}
