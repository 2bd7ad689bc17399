package org.shopscore.logistics.care.stage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A stage that an order has come to.
 *
 * @param at when it did; of {@link Stage#DELAYED} the instant by which something had been promised
 */
public record Reached(Stage stage, Instant at) {

    public Reached {
        requireNonNull(stage, "stage");
        requireNonNull(at, "at");
    }

    /**
     * Whether telling the buyer of this stage makes no sense any more once the order has come to the other one: a step is
     * overtaken by any later step, whenever each became known; a delay by the signature; an exception by a signature after it.
     */
    public boolean isOvertakenBy(Reached other) {
        return switch (stage) {
            case ORDERED, PAID, SHIPPED, PICKED_UP, OUT_FOR_DELIVERY, SIGNED ->
                other.stage.isStep() && other.stage.compareTo(stage) > 0;
            case DELAYED -> other.stage == Stage.SIGNED;
            case EXCEPTION -> other.stage == Stage.SIGNED && !other.at.isBefore(at);
        };
    }
}
