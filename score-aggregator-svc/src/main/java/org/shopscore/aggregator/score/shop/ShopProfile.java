package org.shopscore.aggregator.score.shop;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the platform knows of a shop and no event tells; what it does not know is empty, and never counts against the shop.
 *
 * @param category       the shop's main category
 * @param flags          what the platform has set for the shop, as bonuses name it
 * @param productsOnSale how many products can be bought
 */
public record ShopProfile(
        Optional<String> category,
        Optional<LocalDate> openedOn,
        Optional<Kind> kind,
        Set<String> flags,
        OptionalInt productsOnSale) {

    /** Whose shop it is. */
    public enum Kind {
        PERSONAL,
        BUSINESS,
        FLAGSHIP
    }

    /** A shop that was first seen in an event. */
    public static final ShopProfile UNKNOWN =
            new ShopProfile(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), OptionalInt.empty());

    public ShopProfile {
        requireNonNull(category, "category");
        requireNonNull(openedOn, "openedOn");
        requireNonNull(kind, "kind");
        requireNonNull(productsOnSale, "productsOnSale");
        flags = Set.copyOf(flags);
    }
}
