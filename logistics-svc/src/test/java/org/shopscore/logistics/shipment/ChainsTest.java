package org.shopscore.logistics.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.shipment.Scanned.hours;
import static org.shopscore.logistics.shipment.Scanned.scans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.order.Parcels;

class ChainsTest {

    /** {@code b>a: PICKED_UP 1; …}: parcel b, sent in the stead of a, and its scans. */
    private static List<Parcel> parcels(String told) {
        return Arrays.stream(told.split(";", -1))
                .map(String::strip)
                .map(ChainsTest::parcel)
                .toList();
    }

    private static Parcel parcel(String told) {
        var parts = told.split(":", -1);
        var names = parts[0].split(">", -1);
        Optional<String> replaces = names.length > 1 ? Optional.of(names[1]) : Optional.empty();
        var declared = Scanned.CONSIGNMENT;
        var consignment = new Consignment(
                declared.waybill(),
                declared.orderIds(),
                replaces,
                declared.from(),
                declared.to(),
                declared.shippedAt());
        return Parcel.of(names[0], new Trail(scans(parts[1])).shipment(consignment, Optional.empty()));
    }

    private static Optional<Instant> at(Integer hour) {
        return Optional.ofNullable(hour).map(Scanned::hours);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a:                                             | 1 | -  | -  | -  | -
            a: PICKED_UP 1                                 | 1 | 1  | -  | -  | -
            a: PICKED_UP 1; b:                             | 2 | -  | -  | -  | -
            a: PICKED_UP 1; b: PICKED_UP 5                 | 2 | 5  | -  | -  | -
            a: DELIVERED 9; b: PICKED_UP 5                 | 2 | 9  | -  | -  | -
            a: DELIVERED 9; b: DELIVERED 7                 | 2 | 9  | 9  | -  | -
            a: PICKED_UP 1, LOST 5                         | 1 | 1  | -  | -  | 5
            a: PICKED_UP 1, LOST 5; b>a:                   | 1 | 1  | -  | -  | -
            a: PICKED_UP 1, LOST 5; b>a: DELIVERED 9       | 1 | 1  | 9  | -  | -
            a: PICKED_UP 1, LOST 5; b>a: LOST 8            | 1 | 1  | -  | -  | 5
            a: LOST 5; b>a: LOST 8; c>b: DELIVERED 12      | 1 | 12 | 12 | -  | -
            a: LOST 5; b>a: ; c>a: DELIVERED 12            | 1 | 12 | 12 | -  | -
            a: DELIVERED 20, LOST 5; b>a: DELIVERED 9      | 1 | 9  | 9  | -  | -
            b>a: DELIVERED 9                               | 1 | 9  | 9  | -  | -
            a: RETURNED 9                                  | 1 | 9  | -  | 9  | -
            a: RETURNED 9; b: DELIVERED 5                  | 2 | 9  | -  | 9  | -
            a: RETURNED 9; b: IN_TRANSIT 5                 | 2 | 9  | -  | -  | -
            a: RETURNED 9; b>a: RETURNED 30                | 1 | 9  | -  | 30 | -
            a: RETURNED 9; b>a: IN_TRANSIT 20              | 1 | 9  | -  | -  | -
            a: RETURNED 9; b: LOST 5                       | 2 | -  | -  | -  | 5
            a: DELIVERED 5, RETURNED 9                     | 1 | 5  | 5  | -  | -
            a: CANCELLED 2; b: DELIVERED 9                 | 1 | 9  | 9  | -  | -
            a: CANCELLED 2                                 | 0 | -  | -  | -  | -
            a: CANCELLED 2; b>a:                           | 1 | -  | -  | -  | -
            a: LOST 5; b>a: CANCELLED 7                    | 1 | -  | -  | -  | 5
            """)
    void theParcelsOfAnOrderComeTo(
            String told, int count, Integer pickedUp, Integer signed, Integer returned, Integer lost) {
        assertThat(Chains.parcels(parcels(told)))
                .isEqualTo(new Parcels(count, at(pickedUp), at(signed), at(returned), at(lost)));
    }

    @Test
    void theOrderInWhichTheParcelsAreReadChangesNothing() {
        var parcels = new ArrayList<>(
                parcels("a: LOST 5; b>a: LOST 8; c>b: DELIVERED 12; d: DELIVERED 9; e>d: ; f:RETURNED 3"));
        var expected = Chains.parcels(parcels);
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(parcels, new Random(seed));
            assertThat(Chains.parcels(parcels)).isEqualTo(expected);
        }
        assertThat(expected.pickedUpAt()).contains(hours(12));
    }
}
