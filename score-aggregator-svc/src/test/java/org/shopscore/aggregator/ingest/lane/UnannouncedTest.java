package org.shopscore.aggregator.ingest.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnannouncedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);

    /** In two rounds. */
    private static final int MANY = 1_200;

    private final Unannounced unannounced = new Unannounced(DAY);

    @Test
    void theOffsetIsToldWithTheLastOfThoseThatWereWaitingThoughOthersHaveCome() {
        changed("early", MANY);
        tell(100);
        assertThat(unannounced.announcedOffset()).isEqualTo(-1);

        changed("late", MANY);
        tell(200);
        assertThat(unannounced.announcedOffset()).isEqualTo(100);

        tell(300);
        assertThat(unannounced.announcedOffset()).isEqualTo(300);
    }

    @Test
    void theDayIsToldLikewise() {
        changed("early", MANY);
        unannounced.completes(DAY.plusDays(1));
        tell(100);
        changed("late", MANY);
        unannounced.completes(DAY.plusDays(2));
        tell(200);

        assertThat(unannounced.announcedDay()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void theOffsetWaitsForThoseThatCouldNotBeTold() {
        changed("茶", 1);
        unannounced.failed(unannounced.next(100, List.of()));
        assertThat(unannounced.announcedOffset()).isEqualTo(-1);

        changed("others", MANY);
        learn();
        tell(200);
        assertThat(unannounced.announcedOffset()).isEqualTo(100);
    }

    /** It waits twice then, and is told once. */
    @Test
    void theOffsetIsToldThoughAShopThatCouldNotBeToldHasChangedMeanwhile() {
        changed("茶", 1);
        var lost = unannounced.next(100, List.of());
        changed("茶", 1);
        unannounced.failed(lost);
        learn();

        tell(200);
        assertThat(unannounced.announcedOffset()).isEqualTo(200);
    }

    @Test
    void aShopThatIsNotLearnedYetIsWaitedFor() {
        unannounced.add("茶");
        tell(100);
        assertThat(unannounced.announcedOffset()).isEqualTo(-1);
        assertThat(unannounced.waiting(100)).isTrue();

        learn();
        tell(200);
        assertThat(unannounced.announcedOffset()).isEqualTo(200);
    }

    @Test
    void allAreToldOnlyWhenNobodyIsWaiting() {
        unannounced.tellAgain(List.of("茶"));
        changed("others", MANY);
        var first = next(100);
        unannounced.told(first);
        var second = next(200);

        assertThat(first.whole()).isFalse();
        assertThat(second.whole()).isTrue();
    }

    private void changed(String name, int shops) {
        IntStream.range(0, shops).forEach(at -> unannounced.add(name + at));
        learn();
    }

    private void learn() {
        while (!unannounced.nextUnlearned().isEmpty()) {
            assertThat(unannounced.shops()).isPositive();
        }
    }

    private void tell(long offset) {
        unannounced.told(next(offset));
    }

    private Unannounced.Batch next(long offset) {
        return unannounced.next(offset, unannounced.nextAgain(_ -> true));
    }
}
