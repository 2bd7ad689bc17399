package org.shopscore.aggregator.lookup.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;

class ScoredAnewTest {

    private static final List<Integer> ALL =
            IntStream.range(0, Lane.COUNT).boxed().toList();

    private final ScoredAnew scoredAnew = new ScoredAnew();

    @BeforeEach
    void allWereTold() {
        assertThat(scoredAnew.next(ALL, _ -> 1)).hasSize(Lane.COUNT);
        ALL.forEach(scoredAnew::told);
    }

    @Test
    void aSmallMarketIsToldAtOnce() {
        scoredAnew.all();

        assertThat(scoredAnew.next(ALL, _ -> 100)).hasSize(Lane.COUNT);
        ALL.forEach(scoredAnew::told);
        assertThat(scoredAnew.next(ALL, _ -> 100)).isEmpty();
    }

    @Test
    void aLargeOneIsToldPartitionByPartitionUntilAllWere() {
        scoredAnew.all();

        Set<Integer> told = new HashSet<>();
        for (int look = 0; look < Lane.COUNT / 2; look++) {
            var next = scoredAnew.next(ALL, _ -> 20_000);
            assertThat(next).hasSize(2).noneMatch(told::contains);
            told.addAll(next);
            next.forEach(scoredAnew::told);
        }
        assertThat(told).hasSize(Lane.COUNT);
        assertThat(scoredAnew.next(ALL, _ -> 20_000)).isEmpty();
    }

    @Test
    void aPartitionWhoseTellingBrokeOffIsToldAgain() {
        scoredAnew.all();
        scoredAnew.next(ALL, _ -> 1);
        ALL.stream().filter(partition -> partition != 7).forEach(scoredAnew::told);

        assertThat(scoredAnew.next(ALL, _ -> 1)).containsExactly(7);
        scoredAnew.told(7);
        assertThat(scoredAnew.next(ALL, _ -> 1)).isEmpty();
    }

    @Test
    void whatAnotherProcessOwnsStaysOpenUntilItIsOwnedHere() {
        scoredAnew.all();

        assertThat(scoredAnew.next(List.of(3, 5), _ -> 1)).containsExactlyInAnyOrder(3, 5);
        List.of(3, 5).forEach(scoredAnew::told);
        assertThat(scoredAnew.next(List.of(3, 4, 5), _ -> 1)).containsExactly(4);
    }

    @Test
    void aProcessThatHasJustBegunTellsWhateverItTakes() {
        var begun = new ScoredAnew();

        assertThat(begun.next(List.of(3), _ -> 1)).containsExactly(3);
        begun.told(3);
        assertThat(begun.next(List.of(3, 4), _ -> 1)).containsExactly(4);
    }

    @Test
    void aPartitionThatWasLostIsToldWhenItIsOwnedAgain() {
        scoredAnew.lost(7);

        assertThat(scoredAnew.next(List.of(6, 7), _ -> 1)).containsExactly(7);
        scoredAnew.told(7);
        assertThat(scoredAnew.next(List.of(6, 7), _ -> 1)).isEmpty();
    }
}
