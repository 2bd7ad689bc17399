package org.shopscore.aggregator.whatif.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.whatif.ways.Effect.Kind;

/** The worked example EX-11. */
class WaysTest {

    private static final String[] REPLY_KNOTS = {"0", "0", "60", "3.00", "80", "4.00", "90", "4.50", "95", "5.00"};

    private final Ways ways = new Ways(Effects.of(Shipped.POLICY));

    private static Sums example() {
        return Window.example().asSums();
    }

    @ParameterizedTest
    @CsvSource({"complaintOnTimeRate, BAD_TURNED_GOOD, 1, 4.6189, 4.62", "productRating, MORE_GOOD, 8, 4.5958, 4.60"})
    void theFullScoreReaches460InTheseWays(String metric, Kind kind, long facts, String base, String published) {
        var way = way(ways.to(new BigDecimal("4.60"), example(), new AskedScores(Shipped.POLICY)), metric, kind);

        assertThat(way.facts()).isEqualTo(facts);
        assertThat(way.sheet().base()).isEqualTo(base);
        assertThat(way.sheet().result().orElseThrow().published()).isEqualTo(published);
    }

    @Test
    void oneFactLessThanAWayDoesNotReachTheTarget() {
        var target = new BigDecimal("4.60");
        var found = ways.to(target, example(), new AskedScores(Shipped.POLICY));

        assertThat(found.reached())
                .isNotEmpty()
                .allSatisfy(way -> assertThat(
                                Shipped.score(example().plus(way.effect().amounts(), way.facts() - 1))
                                        .result()
                                        .orElseThrow()
                                        .published())
                        .isLessThan(target));
    }

    @Test
    void theFewestFactsComeFirst() {
        assertThat(ways.to(new BigDecimal("4.60"), example(), new AskedScores(Shipped.POLICY))
                        .reached())
                .extracting(Ways.Way::facts)
                .isSorted();
    }

    @Test
    void whatNoNumberOfFactsReachesSaysHowFarItComes() {
        var found = ways.to(new BigDecimal("4.90"), example(), new AskedScores(Shipped.POLICY));

        assertThat(found.reached()).isEmpty();
        assertThat(found.missed())
                .hasSize(22)
                .allSatisfy(way -> assertThat(way.sheet().result().orElseThrow().published())
                        .isLessThan(new BigDecimal("4.90")));
        var complaints = way(found, "complaintOnTimeRate", Kind.BAD_TURNED_GOOD);
        assertThat(complaints.facts()).isEqualTo(2);
        assertThat(complaints.sheet().result().orElseThrow().published()).isEqualTo("4.64");
    }

    /** Each good order more makes the bonus for delivery on the next day less likely: it is lost between 40 and a million. */
    @Test
    void aWayIsFoundThoughManyMoreFactsWouldEndABonus() {
        var sums = example().plus(Map.of("chat.turns-within-3min", -86L, "delivery.next-day", 310L), 1);
        assertThat(Shipped.score(sums).result().orElseThrow().published()).isLessThan(new BigDecimal("4.83"));

        var way = way(
                ways.to(new BigDecimal("4.83"), sums, new AskedScores(Shipped.POLICY)),
                "qualityReturnRate",
                Kind.MORE_GOOD);

        assertThat(way.facts()).isBetween(1L, 40L);
        assertThat(way.sheet().result().orElseThrow().published()).isGreaterThanOrEqualTo(new BigDecimal("4.83"));
        assertThat(Shipped.score(sums.plus(way.effect().amounts(), way.facts() - 1))
                        .result()
                        .orElseThrow()
                        .published())
                .isLessThan(new BigDecimal("4.83"));
    }

    /** Each signed order more dilutes the returns, and the orders delivered on the next day: 4.25 is passed on the way, and lost again. */
    @Test
    void aWayIsFoundThoughManyMoreFactsWouldLowerAnotherMetric() {
        var policy = AnyPolicy.of(
                AnyPolicy.percent(
                        "qualityReturnRate",
                        "0.6",
                        "goods.quality-returns",
                        "order.signed",
                        "0.26",
                        "5.00",
                        "1.31",
                        "4.00",
                        "3.00",
                        "3.00",
                        "10.0",
                        "0"),
                AnyPolicy.percent("nextDayRate", "0.4", "delivery.next-day", "order.signed", "0", "0", "40", "5.00"));
        var sums = new Sums(Map.of(
                "order.paid", 1_000L, "order.signed", 1_000L, "goods.quality-returns", 20L, "delivery.next-day", 500L));

        var found = to("4.25", policy, sums);

        assertThat(way(found, "qualityReturnRate", Kind.MORE_GOOD).facts()).isEqualTo(145);
        assertThat(found.reached()).contains(way(found, "qualityReturnRate", Kind.MORE_GOOD));
    }

    @Test
    void aWayOfMillionsOfFactsIsFoundForAShopThatHasMillions() {
        var policy = AnyPolicy.of(
                AnyPolicy.percent("threeMinuteReplyRate", "1", "chat.turns-within-3min", "chat.turns", REPLY_KNOTS));
        var sums = new Sums(
                Map.of("order.paid", 4_000_000L, "chat.turns", 4_000_000L, "chat.turns-within-3min", 3_420_000L));

        assertThat(to("4.50", policy, sums).reached())
                .extracting(way -> way.effect().kind(), Ways.Way::facts)
                .contains(tuple(Kind.MORE_GOOD, 1_742_006L));
    }

    /** Returns and orders of the next day cancel each other out: any number of signed orders more scores 2.50, which is not 2.51. */
    @Test
    void notEvenAScoreThatNoNumberOfABillionMovesIsAskedForManyTimes() {
        var policy = AnyPolicy.of(
                AnyPolicy.percent("a", "0.5", "goods.quality-returns", "order.signed", "0", "5.00", "100", "0"),
                AnyPolicy.percent("b", "0.5", "delivery.next-day", "order.signed", "0", "0", "100", "5.00"));
        var sums = new Sums(Map.of(
                "order.paid",
                9_000L,
                "order.signed",
                9_000L,
                "goods.quality-returns",
                9_000L,
                "delivery.next-day",
                9_000L));
        var scores = AskedScores.atMost(20_000, policy);

        var found = new Ways(Effects.of(policy)).to(new BigDecimal("2.51"), sums, scores);

        assertThat(way(found, "a", Kind.MORE_GOOD)
                        .sheet()
                        .result()
                        .orElseThrow()
                        .published())
                .isEqualTo("2.50");
    }

    /**
     * Up to a million orders the good ones make up for padding of nothing; beyond, they dilute a share of more than all, as a feed that is
     * incomplete gives. A sample of which 0.004 % is missing is not whole.
     */
    @Test
    void aWayIsFoundThatEndsWhereASampleOfAMillionIsFull() {
        var metric = AnyPolicy.percent(
                "nextDayRate", "1", "delivery.next-day", "order.signed", "149.990", "0", "149.994", "5.00");
        var policy = AnyPolicy.of(new Metric(
                metric.id(),
                metric.dimension(),
                metric.weight(),
                metric.ratio(),
                1_000_000,
                BigDecimal.ZERO,
                metric.knots()));
        var sums = new Sums(Map.of("order.paid", 1_000L, "order.signed", 999_960L, "delivery.next-day", 1_499_900L));

        var found = to("4.90", policy, sums);

        assertThat(found.reached())
                .extracting(way -> way.effect().kind(), Ways.Way::facts)
                .contains(tuple(Kind.MORE_GOOD, 40L));
    }

    private static Ways.Found to(String target, Policy policy, Sums sums) {
        return new Ways(Effects.of(policy)).to(new BigDecimal(target), sums, new AskedScores(policy));
    }

    @Test
    void thereIsNothingToDoForATargetThatIsReached() {
        var found = ways.to(new BigDecimal("4.50"), example(), new AskedScores(Shipped.POLICY));

        assertThat(found.reached()).isEmpty();
        assertThat(found.missed()).isEmpty();
    }

    @Test
    void ninetyTurnsInTimeInARowLiftTheRateToNinety() {
        var sums = example().plus(Map.of("chat.turns", -1800L, "chat.turns-within-3min", -1629L), 1);
        var points = new BigDecimal("4.5000");

        assertThat(replyPoints(sums)).isEqualTo("4.2750");
        assertThat(replyPoints(sums.plus(moreTurnsInTime(), 90))).isEqualTo(points);
        assertThat(replyPoints(sums.plus(moreTurnsInTime(), 89))).isLessThan(points);
    }

    private static Map<String, Long> moreTurnsInTime() {
        return Effects.of(Shipped.POLICY).stream()
                .filter(effect -> effect.id().equals("threeMinuteReplyRate") && effect.kind() == Kind.MORE_GOOD)
                .findFirst()
                .orElseThrow()
                .amounts();
    }

    private BigDecimal replyPoints(Sums sums) {
        return Shipped.score(sums).metrics().stream()
                .filter(metric -> metric.id().equals("threeMinuteReplyRate"))
                .findFirst()
                .orElseThrow()
                .points();
    }

    private static Ways.Way way(Ways.Found found, String metric, Kind kind) {
        return java.util.stream.Stream.concat(found.reached().stream(), found.missed().stream())
                .filter(way -> way.effect().id().equals(metric) && way.effect().kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
