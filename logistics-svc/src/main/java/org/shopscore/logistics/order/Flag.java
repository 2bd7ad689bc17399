package org.shopscore.logistics.order;

/** Why an order that was paid is not a valid order (rules.md 5.4). */
public enum Flag {
    GIFT,
    SAMPLE,
    LUCKY_BAG,
    LOW_PRICE,
    ABNORMAL
}
