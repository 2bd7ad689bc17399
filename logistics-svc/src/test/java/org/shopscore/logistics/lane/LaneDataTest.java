package org.shopscore.logistics.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.region.Region;

class LaneDataTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<LaneStandard> STANDARDS = LaneData.standards();

    private static LaneStandard standard(String carrier, String from, String to) {
        return new LaneTable(STANDARDS)
                .of(new Lane(carrier, new Region(from), new Region(to)), NOW)
                .orElseThrow();
    }

    @Test
    void noLaneIsNamedTwiceFromOneDate() {
        assertThat(STANDARDS.stream().map(LaneKey::of)).doesNotHaveDuplicates();
    }

    @Test
    void aParcelMayTakeLongerTheFartherItGoesWithinTheCountry() {
        var hours = Stream.of("CN-370203", "CN-110101", "CN-650102", "CN-540102")
                .map(to -> standard("yto", "CN-370112", to).transitHours());
        assertThat(hours).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anyCarrierHasADefaultFromEveryProvinceToEveryOther() {
        var provinces = STANDARDS.stream()
                .map(LaneStandard::lane)
                .filter(lane -> lane.from().equals(lane.to()) && lane.detail() > 4)
                .map(lane -> lane.from().code())
                .toList();
        assertThat(provinces).hasSize(31);
        assertThat(provinces).allSatisfy(from -> assertThat(provinces).allSatisfy(to -> standard("zto", from, to)));
    }
}
