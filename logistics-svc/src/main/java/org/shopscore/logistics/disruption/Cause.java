package org.shopscore.logistics.disruption;

/** What disrupts a region. */
public enum Cause {
    /** A station is closed or full. */
    STATION,
    TRAFFIC,
    EPIDEMIC_CONTROL,
    WEATHER,
    NATURAL_DISASTER,
    CUSTOMS,
    STRIKE,
    OTHER
}
