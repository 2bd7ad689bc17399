package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Sums;

class AttributionTest {

    /** EX-11 (e), from the other side: the shop of EX-8 before its worst rating came. */
    @Test
    void oneRatingOfOneStarCostsWhatTheWorkedExampleSays() {
        var before = WaysTest.example().plus(Map.of("review.stars", -1L, "review.orders-rated", -1L), 1);

        assertThat(lines(before))
                .contains(new Attribution.Line(
                        "productRating",
                        "MORE_BAD",
                        Map.of("review.orders-rated", 1L, "review.stars", 1L),
                        "-0.0123",
                        "-0.0123"));
    }

    @Test
    void aGoodFactNeverCostsAndABadOneNeverGains() {
        assertThat(lines(WaysTest.example()))
                .hasSize(33)
                .allSatisfy(line ->
                        assertThat(line.base()).doesNotStartWith(line.kind().equals("MORE_BAD") ? "+" : "-"))
                .anySatisfy(line -> assertThat(line.base()).startsWith("+"))
                .anySatisfy(line -> assertThat(line.base()).startsWith("-"));
    }

    @Test
    void whereNothingWentBadNothingCanTurnGood() {
        var lines = lines(new Sums(Map.of("chat.turns", 40L, "chat.turns-within-3min", 40L)));

        assertThat(lines)
                .filteredOn(line -> line.metric().equals("threeMinuteReplyRate"))
                .extracting(Attribution.Line::kind)
                .containsExactly("MORE_GOOD", "MORE_BAD");
    }

    private List<Attribution.Line> lines(Sums sums) {
        return Attribution.of("shop", "p/1", Instant.EPOCH, Effects.of(Shipped.POLICY), sums, Shipped::score)
                .facts();
    }
}
