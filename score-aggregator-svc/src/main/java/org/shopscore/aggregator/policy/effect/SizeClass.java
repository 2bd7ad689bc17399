package org.shopscore.aggregator.policy.effect;

import java.util.Arrays;

/** How large a shop is, by its valid paid orders of the window. */
public enum SizeClass {
    NO_ORDERS(0),
    ORDERS_1_TO_29(1),
    ORDERS_30_TO_299(30),
    ORDERS_300_TO_2999(300),
    ORDERS_3000_OR_MORE(3000);

    private final long from;

    SizeClass(long from) {
        this.from = from;
    }

    /** A sum below 0, of a feed that is incomplete, counts as none. */
    public static SizeClass of(long validPaidOrders) {
        return Arrays.stream(values())
                .filter(size -> size.from <= Math.max(0, validPaidOrders))
                .reduce((_, larger) -> larger)
                .orElseThrow();
    }
}
