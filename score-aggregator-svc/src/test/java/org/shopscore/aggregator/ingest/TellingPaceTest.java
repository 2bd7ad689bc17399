package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TellingPaceTest {

    private static final long LONGEST = TellingPace.LONGEST.toNanos();

    private final TellingPace pace = new TellingPace(0);

    @Test
    void whoeverHasNothingLeftToReadTellsAtOnce() {
        assertThat(pace.isDue(0, 1)).isTrue();
        pace.tells(3, 3, 1);
        assertThat(pace.isDue(0, 2)).isTrue();
    }

    @Test
    void whoeverIsBehindTellsWhenAsMuchWasReadAsIsLeft() {
        pace.read(4_999);
        assertThat(pace.isDue(5_001, 1)).isFalse();
        pace.read(1);
        assertThat(pace.isDue(5_000, 2)).isTrue();
    }

    @Test
    void whatWasReadBeforeATurnDoesNotCountForTheNext() {
        pace.read(5_000);
        pace.tells(10, 10, 1);
        assertThat(pace.isDue(5_000, 2)).isFalse();
    }

    @Test
    void theLongestIsLongEnoughHoweverMuchIsLeft() {
        pace.tells(1, 1, 7);
        assertThat(pace.isDue(Long.MAX_VALUE, 7 + LONGEST - 1)).isFalse();
        assertThat(pace.isDue(Long.MAX_VALUE, 7 + LONGEST)).isTrue();
    }

    @Test
    void aTurnGoesOnUntilAllAreToldWhoWereWaitingWhenItBegan() {
        pace.tells(5_000, 12_000, 1);
        pace.tells(5_000, 9_000, 2);
        assertThat(pace.isDue(1_000_000, 3)).isTrue();
        pace.tells(2_000, 4_000, 3);
        assertThat(pace.isDue(1_000_000, 4)).isFalse();
    }

    @Test
    void aTurnIsOverWhenNobodyIsLeft() {
        pace.tells(5_000, 12_000, 1);
        pace.tells(0, 0, 2);
        assertThat(pace.isDue(1_000_000, 3)).isFalse();
    }
}
