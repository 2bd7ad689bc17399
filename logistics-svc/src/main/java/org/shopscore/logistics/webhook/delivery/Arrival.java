package org.shopscore.logistics.webhook.delivery;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * Something that has come in and is to be kept.
 *
 * @param endpointId empty for an answer that the team fetched itself
 * @param eventKey   what repeats of it share
 * @param waybill    that was asked for, where the body does not name it
 */
public record Arrival(String provider, String endpointId, String eventKey, Optional<String> waybill, Buffer body) {

    private static final String FETCHED = "";

    /** What a provider pushed. */
    public static Arrival pushed(String provider, String endpointId, String eventKey, byte[] body) {
        return new Arrival(provider, endpointId, eventKey, Optional.empty(), Buffer.buffer(body));
    }

    /** What a carrier or provider answered when the team asked. */
    public static Arrival fetched(String provider, String digest, Optional<String> waybill, byte[] body) {
        var key = waybill.map(number -> digest + "/" + number).orElse(digest);
        return new Arrival(provider, FETCHED, key, waybill, Buffer.buffer(body));
    }

    static boolean isFetched(String endpointId) {
        return endpointId.equals(FETCHED);
    }

    /** The unique key of the table. */
    record Key(String provider, String endpointId, String eventKey) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return provider + "\n" + endpointId + "\n" + eventKey;
        }
    }

    Key key() {
        return new Key(provider, endpointId, eventKey);
    }
}
