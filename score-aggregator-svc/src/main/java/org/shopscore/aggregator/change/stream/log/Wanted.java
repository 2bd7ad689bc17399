package org.shopscore.aggregator.change.stream.log;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which changes a reader wants.
 *
 * @param shopId   of one shop only
 * @param category of the shops whose main category is this one now
 */
public record Wanted(
        Optional<String> shopId, Optional<String> category, Function<String, Optional<String>> categoryOf) {

    boolean holds(Told told) {
        return shopId.map(told.shopId()::equals).orElse(true)
                && category.map(wanted -> categoryOf.apply(told.shopId()).equals(Optional.of(wanted)))
                        .orElse(true);
    }
}
