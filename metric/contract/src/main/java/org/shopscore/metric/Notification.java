package org.shopscore.metric;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A message to the buyer of an order, ready for a notification provider.
 *
 * @param messageId the same for the same stage of the same order, however often it is announced
 * @param buyerRef  the platform's opaque reference to the buyer; without one the provider finds the buyer by the order
 * @param stage     of the order, e.g. {@code OUT_FOR_DELIVERY}; readers take stages they do not know
 * @param reachedAt when the order reached the stage
 * @param channel   e.g. {@code SMS}
 * @param language  of the text, a BCP 47 tag
 * @param text      1 to 1000 characters
 */
public record Notification(
        UUID messageId,
        String shopId,
        String orderId,
        Optional<String> buyerRef,
        String stage,
        Instant reachedAt,
        String channel,
        String language,
        String text)
        implements Announcement {

    public static final String TYPE = "org.shopscore.notification.v1";

    public static final int LONGEST_TEXT = 1_000;

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{0,31}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    public Notification {
        requireNonNull(messageId, "messageId");
        MetricEvent.requireShopId(shopId);
        requireNonNull(orderId, "orderId");
        requireNonNull(buyerRef, "buyerRef");
        requireMatch("stage", NAME, stage);
        requireNonNull(reachedAt, "reachedAt");
        requireMatch("channel", NAME, channel);
        requireMatch("language", LANGUAGE, language);
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new BoundBroken("text", "must have 1 to " + LONGEST_TEXT + " characters", text.length());
        }
    }

    /** The record key, as that of the order's facts: the messages of an order stay in order. */
    public String key() {
        return shopId + "/" + orderId;
    }

    private static void requireMatch(String field, Pattern pattern, String given) {
        if (!pattern.matcher(given).matches()) {
            throw new BoundBroken(field, "must match " + pattern, given);
        }
    }
}
