package org.shopscore.metric;

import static org.shopscore.metric.JsonValues.instant;
import static org.shopscore.metric.JsonValues.required;
import static org.shopscore.metric.JsonValues.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The data of a notification: texts and one instant. */
final class NotificationJson {

    private final Map<String, String> texts = new HashMap<>();
    private Instant reachedAt;

    static void write(Notification notification, JsonGenerator out) throws IOException {
        out.writeStringField("messageId", notification.messageId().toString());
        out.writeStringField("shopId", notification.shopId());
        out.writeStringField("orderId", notification.orderId());
        if (notification.buyerRef().isPresent()) {
            out.writeStringField("buyerRef", notification.buyerRef().get());
        }
        out.writeStringField("stage", notification.stage());
        out.writeStringField("reachedAt", notification.reachedAt().toString());
        out.writeStringField("channel", notification.channel());
        out.writeStringField("language", notification.language());
        out.writeStringField("text", notification.text());
    }

    static Notification read(byte[] data) {
        var fields = new NotificationJson();
        JsonValues.readObject(data, (name, in) -> {
            switch (name) {
                case "messageId", "shopId", "orderId", "buyerRef", "stage", "channel", "language", "text" ->
                    fields.texts.put(name, text(name, in));
                case "reachedAt" -> fields.reachedAt = instant(name, in);
                default -> in.skipChildren();
            }
        });
        return fields.notification();
    }

    private Notification notification() {
        return new Notification(
                messageId(),
                given("shopId"),
                given("orderId"),
                Optional.ofNullable(texts.get("buyerRef")),
                given("stage"),
                required("reachedAt", reachedAt),
                given("channel"),
                given("language"),
                given("text"));
    }

    private UUID messageId() {
        String given = given("messageId");
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException _) {
            throw new BoundBroken("messageId", "must be a UUID", given);
        }
    }

    private String given(String field) {
        return required(field, texts.get(field));
    }

    private NotificationJson() {}
}
