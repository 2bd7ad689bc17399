package org.shopscore.aggregator.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * A shop as the registry knows it.
 *
 * @param registered false for a shop that is only known from events
 * @param version    grows with each change; absent for a shop that is not registered
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ShopView(
        String shopId,
        boolean registered,
        Optional<Long> version,
        @JsonUnwrapped Registration registration) {

    static ShopView of(RegisteredShop shop) {
        return new ShopView(shop.shopId(), true, Optional.of(shop.version()), shop.registration());
    }
}
