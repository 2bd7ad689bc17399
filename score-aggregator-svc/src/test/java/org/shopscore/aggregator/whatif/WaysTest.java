package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.whatif.Effect.Kind;
import org.shopscore.metric.Measures;

/** The worked example EX-11. */
class WaysTest {

    private final Ways ways = new Ways(Effects.of(Shipped.POLICY));

    /** The shop of EX-8. */
    static Sums example() {
        var window = Window.example();
        var sums = new HashMap<String, Long>();
        Measures.names().forEach(name -> sums.put(name, window.sum(name)));
        return new Sums(sums);
    }

    @ParameterizedTest
    @CsvSource({"complaintOnTimeRate, BAD_TURNED_GOOD, 1, 4.6189, 4.62", "productRating, MORE_GOOD, 8, 4.5958, 4.60"})
    void theFullScoreReaches460InTheseWays(String metric, Kind kind, long facts, String base, String published) {
        var way = way(ways.to(new BigDecimal("4.60"), example(), Shipped::score), metric, kind);

        assertThat(way.facts()).isEqualTo(facts);
        assertThat(way.sheet().base()).isEqualTo(base);
        assertThat(way.sheet().result().orElseThrow().published()).isEqualTo(published);
    }

    @Test
    void oneFactLessThanAWayDoesNotReachTheTarget() {
        var target = new BigDecimal("4.60");
        var found = ways.to(target, example(), Shipped::score);

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
        assertThat(ways.to(new BigDecimal("4.60"), example(), Shipped::score).reached())
                .extracting(Ways.Way::facts)
                .isSorted();
    }

    @Test
    void whatNoNumberOfFactsReachesSaysHowFarItComes() {
        var found = ways.to(new BigDecimal("4.90"), example(), Shipped::score);

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

        var way = way(ways.to(new BigDecimal("4.83"), sums, Shipped::score), "qualityReturnRate", Kind.MORE_GOOD);

        assertThat(way.facts()).isBetween(1L, 40L);
        assertThat(way.sheet().result().orElseThrow().published()).isGreaterThanOrEqualTo(new BigDecimal("4.83"));
        assertThat(Shipped.score(sums.plus(way.effect().amounts(), way.facts() - 1))
                        .result()
                        .orElseThrow()
                        .published())
                .isLessThan(new BigDecimal("4.83"));
    }

    @Test
    void thereIsNothingToDoForATargetThatIsReached() {
        var found = ways.to(new BigDecimal("4.50"), example(), Shipped::score);

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
