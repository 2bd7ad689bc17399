package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnannouncedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);

    private final LaneShops shops = new LaneShops();
    private final Unannounced unannounced = new Unannounced(DAY);

    private Unannounced.Batch next(long offset, boolean alsoOwed) {
        return unannounced.next(offset, shops, alsoOwed);
    }

    @Test
    void whatIsNewIsToldWhileWhatFailedRests() {
        unannounced.add("茶叶店");
        unannounced.failed(next(10, true));
        assertThat(unannounced.waiting(10, false)).isFalse();
        assertThat(unannounced.waiting(10, true)).isTrue();

        unannounced.add("丝绸店");
        assertThat(unannounced.waiting(11, false)).isTrue();
        assertThat(next(11, false).shops()).containsOnlyKeys("丝绸店");
    }

    @Test
    void theOffsetStaysBeforeWhatFailedUntilItIsTold() {
        unannounced.told(next(5, true));
        unannounced.add("茶叶店");
        unannounced.failed(next(10, true));
        unannounced.add("丝绸店");
        unannounced.told(next(11, false));
        assertThat(unannounced.announcedOffset()).isEqualTo(5);

        var rest = next(12, true);
        assertThat(rest.shops()).containsOnlyKeys("茶叶店");
        unannounced.told(rest);
        assertThat(unannounced.announcedOffset()).isEqualTo(12);
    }

    @Test
    void everyShopIsNotToldAgainBeforeThoseThatFailedAre() {
        unannounced.tellAgain(List.of("茶叶店", "丝绸店"));
        var all = next(10, true);
        assertThat(all.whole()).isTrue();
        unannounced.failed(all);

        unannounced.add("瓷器店");
        assertThat(next(11, false).whole()).isFalse();
        var rest = next(11, true);
        assertThat(rest.shops()).containsOnlyKeys("茶叶店", "丝绸店");
        assertThat(rest.whole()).isTrue();
    }

    @Test
    void aDayIsDoneWhenAllOfItsShopsAreTold() {
        unannounced.completes(DAY.plusDays(1));
        unannounced.add("茶叶店");
        unannounced.failed(next(10, true));
        unannounced.add("丝绸店");
        unannounced.told(next(11, false));
        assertThat(unannounced.announcedDay()).isEqualTo(DAY);
        unannounced.told(next(11, true));
        assertThat(unannounced.announcedDay()).isEqualTo(DAY.plusDays(1));
    }
}
