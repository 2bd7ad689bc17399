package org.shopscore.logistics.care.message;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to be made.
 *
 * @param reachedAt empty when nobody says: it counts as reached now, or by the time that the order was promised for, whichever
 *     is earlier
 */
public record Made(MessageKey key, Optional<Instant> reachedAt) {}
