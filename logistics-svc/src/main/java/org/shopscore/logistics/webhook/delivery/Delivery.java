package org.shopscore.logistics.webhook.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.shopscore.logistics.webhook.payload.Reading;

/** What became of a delivery when it was read. */
sealed interface Delivery {

    /** Its number in the table. */
    long id();

    String provider();

    /** In the table. */
    String state();

    /** Why it is broken, or what of it was left out. */
    Optional<String> reason();

    /** When it is to be read again. */
    default Optional<Instant> again() {
        return Optional.empty();
    }

    /** It tells something, or that there is nothing to tell. */
    record Told(long id, String provider, Reading reading, Timely timely) implements Delivery {
        @Override
        public String state() {
            return again().isPresent() ? "NEW" : "DONE";
        }

        @Override
        public Optional<String> reason() {
            var reasons = new ArrayList<>(reading.refusals());
            if (timely.outside() > 0) {
                reasons.add(timely.outside() + " scans lie outside the times that are taken");
            }
            return Optional.of(String.join("; ", reasons)).filter(text -> !text.isEmpty());
        }

        @Override
        public Optional<Instant> again() {
            return timely.again();
        }
    }

    /** It tells nothing, and is kept until somebody has looked. */
    record Broken(long id, String provider, String why) implements Delivery {
        @Override
        public String state() {
            return "BROKEN";
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }
}
