package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Sums;

class AttributionTest {

    /** EX-11 (e), from the other side: the shop of EX-8 before its worst rating came. */
    @Test
    void oneRatingOfOneStarCostsWhatTheWorkedExampleSays() {
        var before = Window.example().asSums().plus(Map.of("review.stars", -1L, "review.orders-rated", -1L), 1);

        assertThat(lines(before))
                .contains(new Attribution.Line(
                        "productRating",
                        "MORE_BAD",
                        Map.of("review.orders-rated", 1L, "review.stars", 1L),
                        "-0.0123",
                        "-0.0123",
                        "FORMAL",
                        Optional.empty()));
    }

    @Test
    void aGoodFactNeverCostsAndABadOneNeverGains() {
        assertThat(lines(Window.example().asSums()))
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

    @Test
    void oneMoreVerdictCostsWhatItsGroupTakesEach() {
        assertThat(attribution(Window.example().asSums()).verdicts())
                .hasSize(8)
                .allSatisfy(verdict -> assertThat(verdict.base()).isEqualTo("0.0000"))
                .extracting(Attribution.Verdict::deduction, Attribution.Verdict::amounts, Attribution.Verdict::total)
                .contains(
                        tuple("CONDUCT", Map.of("verdict.buyer-abuse", 1L), "-0.1500"),
                        tuple("BRUSHING", Map.of("verdict.brushing", 1L), "-0.7500"),
                        tuple("FRAUD_SHIPMENT", Map.of("verdict.fraud-shipment", 1L), "-0.5000"));
    }

    @Test
    void beyondTheCapOfItsGroupOneMoreVerdictCostsNothing() {
        var atTheCap =
                Window.example().asSums().plus(Map.of("verdict.buyer-abuse", 3L, "verdict.invoice-refused", 2L), 1);

        assertThat(attribution(atTheCap).verdicts())
                .filteredOn(verdict -> verdict.deduction().equals("CONDUCT"))
                .hasSize(4)
                .extracting(Attribution.Verdict::total)
                .containsOnly("0.0000");
    }

    @Test
    void aVerdictLowersAGrowingShopToTheReducedScore() {
        assertThat(attribution(new Sums(Map.of("order.paid", 3L))).verdicts())
                .extracting(Attribution.Verdict::stage, Attribution.Verdict::total)
                .containsOnly(tuple("GROWTH", "-0.2500"));
    }

    /** 300 of 1500 signed orders on the next day earn the bonus. A flag that the platform sets is no fact. */
    @Test
    void theFactThatABonusLacksGainsItsPoints() {
        var bonuses = attribution(Window.example().asSums().plus(Map.of("delivery.next-day", 299L), 1))
                .bonuses();

        assertThat(bonuses)
                .extracting(Attribution.BonusFact::bonus, Attribution.BonusFact::kind)
                .containsExactly(
                        tuple("NEXT_DAY_SHARE", "MORE_GOOD"),
                        tuple("NEXT_DAY_SHARE", "MORE_BAD"),
                        tuple("NEXT_DAY_SHARE", "BAD_TURNED_GOOD"));
        assertThat(bonuses.getLast())
                .isEqualTo(new Attribution.BonusFact(
                        "NEXT_DAY_SHARE",
                        "BAD_TURNED_GOOD",
                        Map.of("delivery.next-day", 1L),
                        "0.0000",
                        "+0.2500",
                        "FORMAL"));
    }

    @Test
    void theFactThatTakesABonusCostsItsPoints() {
        var bonuses = attribution(Window.example().asSums().plus(Map.of("delivery.next-day", 300L), 1))
                .bonuses();

        assertThat(bonuses)
                .filteredOn(fact -> fact.kind().equals("MORE_BAD"))
                .singleElement()
                .satisfies(fact -> assertThat(new BigDecimal(fact.total()).subtract(new BigDecimal(fact.base())))
                        .isEqualTo("-0.2500"));
    }

    private List<Attribution.Line> lines(Sums sums) {
        return attribution(sums).facts();
    }

    private List<Attribution.Line> lines(Sums sums, Function<Sums, ScoreSheet> score) {
        return attribution(sums, score).facts();
    }

    private static Attribution attribution(Sums sums) {
        return attribution(sums, Shipped::score);
    }

    private static Attribution attribution(Sums sums, Function<Sums, ScoreSheet> score) {
        return Attribution.of("shop", Instant.EPOCH, Shipped.POLICY, sums, score);
    }
}
