package org.shopscore.logistics.lane;

/** What kind of delivery a carrier offers. */
public enum ServiceLevel {
    /** Within hours, from the shop's door to the buyer's. */
    INSTANT,
    /** Within a city, the same or the next day. */
    SAME_CITY,
    NATIONAL,
    INTERNATIONAL
}
