package org.shopscore.logistics.care.delivery;

import io.smallrye.mutiny.Uni;
import org.shopscore.metric.Notification;

/** Whoever brings a message to the buyer. */
interface Provider {

    /** Hands a message over; a failure means that it may be handed over again, under the same message id. */
    Uni<Answer> hand(Notification notification);
}
