package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.ingest.draft.ShopDraft;
import org.shopscore.aggregator.ingest.lane.LaneShops;
import org.shopscore.aggregator.ingest.lane.MovedDays;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.Maturing;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.MeasureIds.Measure;
import org.shopscore.aggregator.tile.page.DayTiles;
import org.shopscore.aggregator.tile.page.LaneSums;
import org.shopscore.aggregator.tile.page.TileEntries;

/** Sums are the same whether they are read from tiles, added event by event or moved on from day to day. */
class MaturedSumsTest {

    private static final MeasureIds IDS = new MeasureIds(List.of(
            new Measure((short) 1, "refund.due", "/after-sales-svc"),
            new Measure((short) 2, "order.paid", "/logistics-svc"),
            new Measure((short) 3, "refund.due@7", "@7"),
            new Measure((short) 4, "order.paid@15", "@15"),
            new Measure((short) 5, "refund.due@1", "@1")));
    private static final Maturing MATURING =
            Maturing.of(Maturities.named(List.of("refund.due@7", "order.paid@15", "refund.due@1")), IDS);
    private static final int TODAY = 20_000;

    /** By how many days each count is behind. */
    private static final Map<Short, Integer> BEHIND =
            Map.of((short) 1, 0, (short) 2, 0, (short) 3, 7, (short) 4, 15, (short) 5, 1);

    private static final Map<Short, Short> MEASURES = Map.of(
            (short) 1, (short) 1, (short) 2, (short) 2, (short) 3, (short) 1, (short) 4, (short) 2, (short) 5,
            (short) 1);

    private final List<DayTiles.Tile> tiles = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readFromTilesAndAddedEventByEventTheyAreThoseOfTheDaysAddedUp(long seed) {
        count(seed);
        var counting = counting(TODAY);
        var read = new LaneSums(counting);
        read.add(entries());
        var drafts = new HashMap<String, ShopDraft>();
        tiles.forEach(tile -> drafts.computeIfAbsent(tile.shop(), _ -> new ShopDraft(new Amounts(), counting))
                .add(tile.day(), tile.amounts()));

        var sums = new TreeMap<String, Map<Short, Long>>();
        read.all().forEach(shop -> sums.put(shop.id(), plain(shop.sums())));

        assertThat(sums).isEqualTo(naive(TODAY));
        assertThat(drafts).hasSize(sums.size());
        drafts.forEach((shop, draft) -> assertThat(plain(draft.sums())).isEqualTo(sums.get(shop)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 40, 100})
    void movedOnTheyAreThoseOfTheOtherDay(int later) {
        count(later);
        var read = new LaneSums(counting(TODAY - later));
        read.add(entries());
        var shops = LaneShops.of(read.all());

        shops.move(new MovedDays(tiles).changes(counting(TODAY - later), counting(TODAY)));

        naive(TODAY).forEach((shop, sums) -> assertThat(plain(shops.sums(shop))).isEqualTo(sums));
    }

    @Test
    void aSumThatWouldPassItsBoundsOnlyAsItHasMaturedIsRefused() {
        var draft = new ShopDraft(new Amounts(), counting(TODAY));
        draft.add(TODAY - 36, of(1, Amounts.MOST));
        var event = new EventDays();
        event.on(TODAY - 7).add((short) 1, 1);
        var early = new EventDays();
        early.on(TODAY - 6).add((short) 1, 1);

        assertThat(draft.fits(event)).isFalse();
        assertThat(draft.fits(early)).isTrue();
    }

    private void count(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < 4_000; n++) {
            int measure = 1 + random.nextInt(2);
            tiles.add(new DayTiles.Tile(
                    "shop-" + random.nextInt(5), TODAY - random.nextInt(180), of(measure, random.nextInt(-5, 20))));
        }
    }

    private byte[] entries() {
        var entries = new TileEntries();
        tiles.forEach(tile -> entries.add(tile.shop(), tile.day(), tile.amounts()));
        return entries.bytes();
    }

    private static Amounts of(int measure, long amount) {
        var amounts = new Amounts();
        amounts.add((short) measure, amount);
        return amounts;
    }

    private static Counting counting(int today) {
        return new Counting(today - 29, today, MATURING);
    }

    /** By shop and count, day after day. */
    private Map<String, Map<Short, Long>> naive(int today) {
        var all = new TreeMap<String, Map<Short, Long>>();
        for (DayTiles.Tile tile : tiles) {
            BEHIND.forEach((count, behind) -> {
                int ago = today - behind - tile.day();
                if (ago >= 0 && ago < 30) {
                    all.computeIfAbsent(tile.shop(), _ -> new TreeMap<>())
                            .merge(count, tile.amounts().get(MEASURES.get(count)), Long::sum);
                }
            });
        }
        all.values().forEach(sums -> sums.values().removeIf(sum -> sum == 0));
        return all;
    }

    private static Map<Short, Long> plain(Amounts amounts) {
        var plain = new TreeMap<Short, Long>();
        for (int at = 0; at < amounts.size(); at++) {
            plain.put(amounts.id(at), amounts.amount(at));
        }
        return plain;
    }
}
