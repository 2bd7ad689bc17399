package org.shopscore.aggregator.official.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.official.LateFact;
import org.shopscore.aggregator.official.revision.DueRevisions.Frozen;
import org.shopscore.aggregator.official.revision.DueRevisions.Score;
import org.shopscore.aggregator.policy.metric.Maturities;

class DueRevisionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int LANE = 7;

    /** The offset is that of the first record that the frozen inputs do not hold. */
    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "101, true"})
    void aFactRevisesWhatWasFrozenBeforeIt(long offset, boolean isRevised) {
        var due = new DueRevisions(Map.of(new Frozen(DAY, LANE), heldTo(100)));

        assertThat(due.byScore(List.of(fact(1, offset, "shop-1", DAY))).containsKey(new Score(DAY, "shop-1")))
                .isEqualTo(isRevised);
    }

    @Test
    void aDayThatWasNotFrozenInTheLaneOfTheFactIsNotRevised() {
        var due = new DueRevisions(
                Map.of(new Frozen(DAY, LANE + 1), heldTo(0), new Frozen(DAY.minusDays(1), LANE), heldTo(0)));

        assertThat(due.byScore(List.of(fact(1, 100, "shop-1", DAY)))).isEmpty();
    }

    @Test
    void scoresAreRevisedDayByDayEachWithItsFactsInTheirOrder() {
        var due = new DueRevisions(
                Map.of(new Frozen(DAY, LANE), heldTo(0), new Frozen(DAY.plusDays(1), LANE), heldTo(0)));
        var first = fact(1, 10, "shop-b", DAY.plusDays(1));
        var second = fact(2, 11, "shop-a", DAY.plusDays(1));
        var third = fact(3, 12, "shop-b", DAY);

        assertThat(due.byScore(List.of(first, second, third)))
                .containsExactly(
                        Map.entry(new Score(DAY, "shop-a"), List.of(second)),
                        Map.entry(new Score(DAY, "shop-b"), List.of(first, third)),
                        Map.entry(new Score(DAY.plusDays(1), "shop-a"), List.of(second)),
                        Map.entry(new Score(DAY.plusDays(1), "shop-b"), List.of(first)));
    }

    @Test
    void oneTransactionTakesTheFactsOf500ScoresHoweverManyThereAreOfEach() {
        var due = new DueRevisions(Map.of(new Frozen(DAY, LANE), heldTo(0)));
        var ofOne =
                LongStream.range(0, 600).mapToObj(n -> fact(n, n, "shop", DAY)).toList();
        var ofMany = LongStream.range(0, 600)
                .mapToObj(n -> fact(n, n, "shop-" + n, DAY))
                .toList();

        assertThat(due.first(ofOne)).hasSize(600);
        assertThat(due.first(ofMany)).isEqualTo(ofMany.subList(0, 500));
    }

    private static DueRevisions.Inputs heldTo(long offset) {
        return new DueRevisions.Inputs(offset, Maturities.NONE);
    }

    /** It counts for the days up to that one from {@link #DAY} on. */
    private static LateFact fact(long id, long offset, String shop, LocalDate last) {
        return new LateFact(
                id, LANE, offset, shop, DAY, DAY, last, Map.of("complaint.on-time", 1L), "ref/" + id, Optional.empty());
    }
}
