package org.shopscore.logistics.webhook.delivery;

import java.util.Optional;
import org.shopscore.logistics.webhook.payload.Reading;

/** What became of a delivery when it was read. */
sealed interface Delivery {

    /** Its number in the table. */
    long id();

    String provider();

    /** @param reason which part of it told nothing; empty when all did */
    record Told(long id, String provider, Reading reading, Optional<String> reason) implements Delivery {}

    /** It tells nothing, and is kept until somebody has looked. */
    record Broken(long id, String provider, String reason) implements Delivery {}

    default Optional<String> note() {
        return switch (this) {
            case Told told -> told.reason();
            case Broken broken -> Optional.of(broken.reason());
        };
    }

    default String state() {
        return switch (this) {
            case Told _ -> "DONE";
            case Broken _ -> "BROKEN";
        };
    }
}
