package org.shopscore.logistics.carrier.contract;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.logistics.lane.Price;

/**
 * What was agreed with a carrier.
 *
 * @param from           the first day, Asia/Shanghai
 * @param to             the last day
 * @param termsNote      in the desk's words, without personal data
 * @param capacityPerDay how many parcels the carrier takes a day
 * @param price          for one parcel on lanes without a price of their own
 */
public record Contract(
        String carrier,
        String contractId,
        LocalDate from,
        LocalDate to,
        String termsNote,
        Optional<Long> capacityPerDay,
        Optional<Price> price) {

    public Contract {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a contract must not end before " + from + ", was " + to);
        }
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
