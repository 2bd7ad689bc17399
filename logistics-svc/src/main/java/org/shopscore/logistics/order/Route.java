package org.shopscore.logistics.order;

import java.util.Optional;
import org.shopscore.logistics.region.Region;

/**
 * From where to where an order goes, as far as the shop said so when it was paid.
 *
 * @param carrier the suite's own code, such as {@code yto}
 */
public record Route(Optional<Region> from, Optional<Region> to, Optional<String> carrier) {

    public static final Route UNKNOWN = new Route(Optional.empty(), Optional.empty(), Optional.empty());
}
