package org.shopscore.logistics.care.setting;

import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.care.language.Languages;

/**
 * How the buyer of an order is to be told of it.
 *
 * @param languages that will do, the best first
 */
public record Wish(CareSettings settings, boolean optedOut, List<String> languages) {

    static Wish of(CareSettings settings, Optional<BuyerChoice> buyer) {
        return new Wish(
                settings,
                buyer.filter(BuyerChoice::optedOut).isPresent(),
                Languages.of(buyer.flatMap(BuyerChoice::language), settings.language()));
    }
}
