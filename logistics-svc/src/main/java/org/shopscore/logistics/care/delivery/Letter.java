package org.shopscore.logistics.care.delivery;

import java.util.Arrays;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Notification;

/** A notification of the topic, with the message that it is. */
record Letter(MessageKey key, Notification notification) {

    /** @throws IllegalArgumentException when the data is no notification of a stage that is known here */
    static Letter read(byte[] data) {
        Notification notification = EventJson.readNotification(data);
        Stage stage = Arrays.stream(Stage.values())
                .filter(one -> one.name().equals(notification.stage()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "stage must be one that is known here, was " + notification.stage()));
        var order = new OrderId(notification.shopId(), notification.orderId());
        return new Letter(new MessageKey(order, stage), notification);
    }
}
