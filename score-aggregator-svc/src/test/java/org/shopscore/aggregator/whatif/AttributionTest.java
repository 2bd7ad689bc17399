package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.Priors;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.ShopProfile;
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
                        "-0.0123",
                        "FORMAL"));
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

    /** No score is not a score of 0: the first order of a shop that opened long ago gives it 4.25, and not 4.25 more. */
    @Test
    void fromNoScoreNothingIsGainedButAStageIsReached() {
        var old = new ShopProfile(
                Optional.empty(),
                Optional.of(Shipped.DAY.minusYears(1)),
                Optional.empty(),
                Set.of(),
                OptionalInt.empty());

        var lines = lines(Sums.NONE, sums -> Shipped.score(sums, Priors.DEFAULT, old));

        assertThat(lines).isNotEmpty().extracting(Attribution.Line::total).containsOnlyNulls();
        assertThat(lines)
                .filteredOn(line -> line.amounts().containsKey("order.paid"))
                .isNotEmpty()
                .extracting(Attribution.Line::stage)
                .containsOnly("GROWTH");
        assertThat(lines)
                .filteredOn(line -> !line.amounts().containsKey("order.paid"))
                .extracting(Attribution.Line::stage)
                .containsOnly("NONE");
    }

    private List<Attribution.Line> lines(Sums sums) {
        return lines(sums, Shipped::score);
    }

    private List<Attribution.Line> lines(Sums sums, Function<Sums, ScoreSheet> score) {
        return Attribution.of("shop", "p/1", Instant.EPOCH, Effects.of(Shipped.POLICY), sums, score)
                .facts();
    }
}
