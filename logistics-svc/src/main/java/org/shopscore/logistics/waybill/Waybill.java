package org.shopscore.logistics.waybill;

import java.util.Locale;

/**
 * A carrier's name for a parcel.
 *
 * @param carrier the suite's own code of the carrier, such as {@code yto}
 * @param number  the carrier's number, in capitals
 */
public record Waybill(String carrier, String number) implements Comparable<Waybill> {

    public Waybill {
        number = number.toUpperCase(Locale.ROOT);
    }

    /** One text for both; no carrier's code holds a slash. */
    public String key() {
        return carrier + "/" + number;
    }

    @Override
    public int compareTo(Waybill other) {
        return key().compareTo(other.key());
    }
}
