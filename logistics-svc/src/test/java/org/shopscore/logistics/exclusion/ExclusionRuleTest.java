package org.shopscore.logistics.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.disruption.Extent;
import org.shopscore.logistics.exclusion.evidence.Evidence;
import org.shopscore.logistics.exclusion.evidence.Leg;
import org.shopscore.logistics.exclusion.task.Legs;
import org.shopscore.logistics.region.Region;

class ExclusionRuleTest {

    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private static Instant hour(int hours) {
        return DAY.plusSeconds(hours * 3600L);
    }

    private static Set<Region> regions(String codes) {
        return codes == null
                ? Set.of()
                : Arrays.stream(codes.split(" ")).map(Region::new).collect(Collectors.toSet());
    }

    private static Course course(Set<Region> from, Set<Region> to, Set<Region> scanned) {
        return new Course(new Legs(hour(0), hour(24), hour(72)), new Course.Visits(from, to, scanned));
    }

    private static List<String> found(Course course, Extent extent) {
        return ExclusionRule.evidence(course, Map.of("暴雨-1", extent)).stream()
                .map(one -> one.leg() + " " + one.place() + " " + one.region().code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CN-370112 | CN-440305 |           | CN-37     | PICKUP FROM CN-370112, DELIVERY FROM CN-370112
            CN-370112 | CN-440305 |           | CN-370112 | PICKUP FROM CN-370112, DELIVERY FROM CN-370112
            CN-370112 | CN-440305 |           | CN        | PICKUP FROM CN-370112, DELIVERY FROM CN-370112
            CN-370112 | CN-440305 |           | CN-44     | DELIVERY TO CN-440305
            CN-370112 | CN-440305 | CN-320100 | CN-32     | DELIVERY SCAN CN-320100
            CN-370112 | CN-440305 | CN-320100 | CN-33     |
            CN-37     | CN-440305 |           | CN-370112 |
                      | CN-440305 |           | CN-37     |
                      |           | CN-370100 | CN-3701   | DELIVERY SCAN CN-370100
            """)
    void theOriginTouchesBothLegsAndDestinationAndScansTheDelivery(
            String from, String to, String scanned, Region disrupted, String expected) {
        var course = course(regions(from), regions(to), regions(scanned));
        assertThat(String.join(", ", found(course, new Extent(disrupted, hour(0), hour(100)))))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        // paid at 10, picked up or due at 20, signed or due at 30
        "0,  10, false, false",
        "0,  11, true,  true",
        "20, 21, true,  true",
        "21, 22, false, true",
        "30, 31, false, true",
        "31, 32, false, false",
        "12, 13, true,  true"
    })
    void aLegIsTouchedFromItsPaymentToItsEndBothIncludedByADisruptionWhoseEndIsNot(
            int from, int to, boolean pickup, boolean delivery) {
        var region = new Region("CN-65");
        var course = new Course(
                new Legs(hour(10), hour(20), hour(30)), new Course.Visits(Set.of(region), Set.of(), Set.of()));
        var legs = ExclusionRule.evidence(course, Map.of("d", new Extent(region, hour(from), hour(to)))).stream()
                .map(Evidence::leg)
                .toList();
        assertThat(legs.contains(Leg.PICKUP)).isEqualTo(pickup);
        assertThat(legs.contains(Leg.DELIVERY)).isEqualTo(delivery);
    }

    @Test
    void disruptionsThatOverlapAreAllNamed() {
        var course = course(regions("CN-370112"), regions("CN-440305"), Set.of());
        var disruptions = Map.of(
                "b", new Extent(new Region("CN-37"), hour(10), hour(20)),
                "a", new Extent(new Region("CN-3701"), hour(15), hour(30)),
                "c", new Extent(new Region("CN-44"), hour(60), hour(61)));
        assertThat(ExclusionRule.evidence(course, disruptions))
                .extracting(one -> one.disruptionId() + one.leg())
                .containsExactly("aPICKUP", "aDELIVERY", "bPICKUP", "bDELIVERY", "cDELIVERY");
    }
}
