package org.shopscore.logistics.feedback;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/**
 * Which feedback is asked for.
 *
 * @param atMost    with no more than so many points for attitude or speed, below 5 also each damaged parcel
 * @param before    given before this instant, or then for a parcel with a smaller key
 * @param beforeKey of the parcel that the page before ended with
 */
record FeedbackQuery(Optional<String> carrier, Optional<String> shopId, int atMost, Instant before, String beforeKey) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws Refused 400 {@code invalid-page-token} */
    static FeedbackQuery of(Optional<String> carrier, Optional<String> shopId, int atMost, String pageToken) {
        return PageToken.read(pageToken, 2)
                .map(key -> new FeedbackQuery(carrier, shopId, atMost, instant(key, pageToken), key.get(1)))
                .orElseGet(() -> new FeedbackQuery(carrier, shopId, atMost, LATEST, ""));
    }

    static String token(StoredFeedback last) {
        return PageToken.of(last.feedback().givenAt().toString(), last.shopId() + "/" + last.shipmentId());
    }

    private static Instant instant(List<String> key, String token) {
        try {
            return Instant.parse(key.getFirst());
        } catch (DateTimeException _) {
            throw PageToken.unknown(token);
        }
    }
}
