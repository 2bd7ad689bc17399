package org.shopscore.aggregator.official.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.Maturing;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.page.LaneSums;
import org.shopscore.aggregator.tile.page.TileEntries;

class InputPageTest {

    private static final int DAY = 20_000;
    private static final List<ShopProfile.Kind> KINDS = List.of(ShopProfile.Kind.values());
    private static final MeasureIds IDS =
            new MeasureIds(List.of(new MeasureIds.Measure((short) 7, "order.paid", "/logistics-svc")));

    @Test
    void shopsThatWereCountedAreOnlyRegisteredOrWereInADayBeforeStandInOneOrderEachOnce() {
        var registered = new HashMap<String, ShopProfile>();
        var expected = new TreeMap<String, String>();
        var entries = new TileEntries();
        var before = new ArrayList<String>();
        for (int n = 0; n < 2_000; n++) {
            String id = (n % 3 == 0 ? "B" : "a") + n;
            if (n % 2 == 0) {
                entries.add(id, DAY, amount(n - 900));
            }
            if (n % 5 < 3) {
                registered.put(id, profile(n));
            }
            if (n % 7 < 2) {
                before.add(id);
            }
            if (n % 2 == 0 || n % 5 < 3 || n % 7 < 2) {
                expected.put(id, (n % 5 < 3 ? profile(n) : ShopProfile.UNKNOWN) + " " + (n % 2 == 0 ? n - 900 : 0));
            }
        }
        var counted = new LaneSums(new Counting(DAY, DAY, Maturing.NONE));
        counted.add(entries.bytes());

        var found = new ArrayList<String>();
        var read = new TreeMap<String, String>();
        for (InputPage page : InputPage.of(counted.all(), registered, before)) {
            assertThat(page.inputs().length()).isLessThan(8_000);
            for (Input input : page.all(3, IDS, Maturities.NONE)) {
                found.add(input.shopId());
                read.put(input.shopId(), input.profile() + " " + input.sums().sum("order.paid"));
            }
        }
        assertThat(found).containsExactlyElementsOf(expected.keySet());
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void theSumsAreThoseOfTheDaysWhateverShopsShareAPlaceInTheTable() {
        Map<String, Long> expected = new TreeMap<>();
        var counted = new LaneSums(new Counting(DAY, DAY + 29, Maturing.NONE));
        for (int day = DAY - 2; day < DAY + 32; day++) {
            var entries = new TileEntries();
            for (int n = 0; n < 3_000; n++) {
                // "Aa" and "BB" have one hash.
                String id = (n % 2 == 0 ? "Aa" : "BB") + n / 2;
                entries.add(id, day, amount(n * (day - DAY + 1L)));
                if (day >= DAY && day < DAY + 30) {
                    expected.merge(id, n * (day - DAY + 1L), Long::sum);
                }
            }
            counted.add(entries.bytes());
        }
        Map<String, Long> sums = new TreeMap<>();
        counted.all().forEach(shop -> sums.put(shop.id(), shop.sums().get((short) 7)));
        assertThat(sums).isEqualTo(expected);
    }

    private static Amounts amount(long amount) {
        var amounts = new Amounts();
        amounts.add((short) 7, amount);
        return amounts;
    }

    private static ShopProfile profile(int n) {
        return new ShopProfile(
                n % 7 == 0 ? Optional.empty() : Optional.of("类目-" + n % 11),
                n % 4 == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(2020, 1, 1).plusDays(n)),
                n % 6 == 0 ? Optional.empty() : Optional.of(KINDS.get(n % 3)),
                n % 9 == 0 ? Set.of("remoteAreaService", "returnFreightInsurance") : Set.of(),
                n % 8 == 0 ? OptionalInt.empty() : OptionalInt.of(n));
    }
}
