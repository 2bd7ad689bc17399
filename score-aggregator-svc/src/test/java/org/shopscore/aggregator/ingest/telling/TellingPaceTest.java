package org.shopscore.aggregator.ingest.telling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TellingPaceTest {

    private static final long LONGEST = TellingPace.LONGEST.toNanos();
    private static final long START = 700;

    private final TellingPace pace = new TellingPace(START, 0);

    @Test
    void whoeverHasNothingLeftToReadTellsAtOnce() {
        assertThat(pace.isDue(START, 0, 1)).isTrue();
        pace.tells(3, 3, START, 1);
        assertThat(pace.isDue(START, 0, 2)).isTrue();
    }

    @Test
    void whoeverIsBehindTellsWhenAsMuchWasReadAsIsLeft() {
        assertThat(pace.isDue(START + 4_999, 5_001, 1)).isFalse();
        assertThat(pace.isDue(START + 5_000, 5_000, 2)).isTrue();
    }

    @Test
    void whatWasReadBeforeATurnDoesNotCountForTheNext() {
        pace.tells(10, 10, START + 5_000, 1);
        assertThat(pace.isDue(START + 5_000, 5_000, 2)).isFalse();
        assertThat(pace.isDue(START + 7_500, 2_500, 3)).isTrue();
    }

    @Test
    void theLongestIsLongEnoughHoweverMuchIsLeft() {
        pace.tells(1, 1, START, 7);
        assertThat(pace.isDue(START, Long.MAX_VALUE, 7 + LONGEST - 1)).isFalse();
        assertThat(pace.isDue(START, Long.MAX_VALUE, 7 + LONGEST)).isTrue();
    }

    @Test
    void aTurnGoesOnUntilAllAreToldWhoWereWaitingWhenItBegan() {
        pace.tells(1_000, 2_500, START, 1);
        pace.tells(1_000, 2_300, START, 2);
        assertThat(pace.isDue(START, 1_000_000, 3)).isTrue();
        pace.tells(500, 1_300, START, 3);
        assertThat(pace.isDue(START, 1_000_000, 4)).isFalse();
    }

    @Test
    void aTurnIsOverWhenNobodyIsLeftThoughMoreHadBeenCounted() {
        pace.tells(1_000, 2_500, START, 1);
        pace.tells(200, 200, START, 2);
        assertThat(pace.isDue(START, 1_000_000, 3)).isFalse();
    }
}
