package org.shopscore.logistics.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.region.Region;

class LaneTableTest {

    private static final long SEED = 20260301;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final LaneTable TABLE = new LaneTable(List.of(
            standard("any", "CN", "CN", START, 1),
            standard("any", "CN", "CN-65", START, 2),
            standard("any", "CN-3701", "CN", START, 3),
            standard("any", "CN-37", "CN-37", START, 4),
            standard("yto", "CN", "CN", START, 5),
            standard("yto", "CN-37", "CN-11", START, 6),
            standard("yto", "CN-37", "CN-11", START.plusSeconds(60), 7)));

    private static LaneStandard standard(String carrier, String from, String to, Instant validFrom, int transitHours) {
        return new LaneStandard(
                lane(carrier, from, to), validFrom, 48, transitHours, ServiceLevel.NATIONAL, Optional.empty());
    }

    private static Lane lane(String carrier, String from, String to) {
        return new Lane(carrier, new Region(from), new Region(to));
    }

    private static int hours(Lane lane, Instant at) {
        return TABLE.of(lane, at).map(LaneStandard::transitHours).orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "sf,  CN-440305, CN-110101, 1, the country when nothing is closer",
        "sf,  CN-440305, CN-650102, 2, the province of the buyer",
        "sf,  CN-370112, CN-110101, 3, the city of the shop",
        "sf,  CN-370112, CN-370203, 4, both provinces before the city of one",
        "sf,  CN-3701,   CN-65,     3, the whole of both codes counts",
        "yto, CN-370112, CN-650102, 5, the carrier's own before any carrier's closer one",
        "yto, CN-370112, CN-110101, 6, the carrier's own closest one",
        "any, CN-370112, CN-370203, 4, any carrier when it is not known yet",
        "sf,  US-CA,     CN-110101, 0, nothing from where no lane begins",
        "sf,  CN,        CN,        1, the region itself"
    })
    void theClosestStandardHolds(String carrier, String from, String to, int hours, String why) {
        assertThat(hours(lane(carrier, from, to), START)).as(why).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 6", "59, 6", "60, 7", "9999, 7"})
    void aStandardHoldsFromItsDateUntilTheNextOne(long second, int hours) {
        assertThat(hours(lane("yto", "CN-37", "CN-11"), START.plusSeconds(second)))
                .isEqualTo(hours);
    }

    @Test
    void theTableFindsWhatALookThroughAllRowsFinds() {
        var random = new Random(SEED);
        for (int run = 0; run < 500; run++) {
            var rows = rows(random);
            var table = new LaneTable(rows);
            for (int i = 0; i < 40; i++) {
                var asked = lane(pick(random, "yto", "sf", "any"), code(random), code(random));
                Instant at = START.plusSeconds(random.nextInt(6));
                assertThat(table.of(asked, at))
                        .as("%s at %s in %s", asked, at, rows)
                        .isEqualTo(lookThrough(rows, asked, at));
            }
        }
    }

    /** By the rule's words, one row after the other. */
    private static Optional<LaneStandard> lookThrough(List<LaneStandard> rows, Lane asked, Instant at) {
        return rows.stream()
                .filter(row -> row.lane().covers(asked) && !row.validFrom().isAfter(at))
                .max(Comparator.<LaneStandard>comparingInt(row -> row.lane().isOfAnyCarrier() ? 0 : 1)
                        .thenComparingInt(row -> row.lane().from().code().length()
                                + row.lane().to().code().length())
                        .thenComparingInt(row -> row.lane().to().code().length())
                        .thenComparing(LaneStandard::validFrom));
    }

    private static List<LaneStandard> rows(Random random) {
        var rows = new ArrayList<LaneStandard>();
        for (int i = 0; i < 30; i++) {
            var row = standard(
                    pick(random, "yto", "any"),
                    code(random),
                    code(random),
                    START.plusSeconds(random.nextInt(5)),
                    i + 1);
            rows.removeIf(other ->
                    other.lane().equals(row.lane()) && other.validFrom().equals(row.validFrom()));
            rows.add(row);
        }
        return rows;
    }

    private static String code(Random random) {
        return pick(random, "CN", "CN-3", "CN-37", "CN-3701", "CN-370112", "CN-11", "CN-110101", "US", "US-CA");
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
