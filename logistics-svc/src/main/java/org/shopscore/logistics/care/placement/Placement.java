package org.shopscore.logistics.care.placement;

import java.time.Instant;
import java.util.Optional;

/**
 * That a buyer has placed an order.
 *
 * @param buyerRef the platform's opaque reference
 */
record Placement(Instant orderedAt, Optional<String> buyerRef) {}
