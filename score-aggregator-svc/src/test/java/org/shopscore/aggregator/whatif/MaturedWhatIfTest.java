package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.Matured;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.whatif.ways.Effect;
import org.shopscore.aggregator.whatif.ways.Effects;
import org.shopscore.aggregator.whatif.ways.Scores;
import org.shopscore.aggregator.whatif.ways.Ways;
import org.shopscore.metric.Measures;

/** Facts that have not happened, of a metric that takes a week to count them. */
class MaturedWhatIfTest {

    private static final int WEEK = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Policy POLICY = PolicyFile.read("p.json", Matured.document(WEEK));
    private static final ShopScorer SCORER =
            new ShopScorer(new ScoreEngine(POLICY), Priors.DEFAULT, ShopProfile.UNKNOWN);

    private final TreeMap<LocalDate, Map<String, Long>> days = new TreeMap<>();

    /** All of the window but refunds, which are older: none of them counts where days do. */
    private Sums today() {
        var rest = new HashMap<String, Long>();
        Measures.names().forEach(name -> rest.put(name, Window.example().sum(name)));
        rest.remove("refund.due");
        rest.remove("refund.on-time");
        days.put(TODAY.minusDays(3), rest);
        days.put(TODAY.minusDays(33), Map.of("refund.due", 100L, "refund.on-time", 60L));
        return SCORER.sums(new DayAmounts(days), TODAY);
    }

    @Test
    void aFactIsSoughtAmongWhatHasMaturedAndMovesIt() {
        var scores = new Scores() {
            @Override
            public ScoreSheet score(Sums sums) {
                return SCORER.score(sums, TODAY);
            }

            @Override
            public Optional<BigDecimal> ceiling(Stretch stretch) {
                return SCORER.ceiling(stretch, TODAY);
            }
        };
        var target = scores.score(today()).result().orElseThrow().published().add(new BigDecimal("0.10"));

        var found = new Ways(Effects.of(POLICY)).to(target, today(), scores);

        var ways = found.reached().stream()
                .filter(way -> way.effect().id().equals("refundOnTimeRate"))
                .collect(Collectors.toMap(way -> way.effect().kind(), way -> way));
        var turned = ways.get(Effect.Kind.BAD_TURNED_GOOD);
        var more = ways.get(Effect.Kind.MORE_GOOD);
        assertThat(turned.effect().amounts()).isEqualTo(Map.of("refund.on-time", 1L));
        assertThat(turned.effect().delay()).isEmpty();
        assertThat(more.effect().amounts()).isEqualTo(Map.of("refund.on-time", 1L, "refund.due", 1L));
        assertThat(more.effect().delay()).contains(WEEK);
        assertThat(turned.sheet()).isEqualTo(Shipped.score(refunds(100, 60 + turned.facts())));
        assertThat(more.sheet()).isEqualTo(Shipped.score(refunds(100 + more.facts(), 60 + more.facts())));
        assertThat(turned.facts()).isGreaterThan(1);
        assertThat(Shipped.score(refunds(100, 60 + turned.facts() - 1))
                        .result()
                        .orElseThrow()
                        .published())
                .isLessThan(target);
    }

    @Test
    void anAttributionSaysInHowManyDaysAFactCounts() {
        var lines = Attribution.of("shop", Instant.EPOCH, POLICY, today(), sums -> SCORER.score(sums, TODAY))
                .facts();

        assertThat(lines).anySatisfy(line -> {
            assertThat(line.metric()).isEqualTo("refundOnTimeRate");
            assertThat(line.kind()).isEqualTo("MORE_BAD");
            assertThat(line.amounts()).isEqualTo(Map.of("refund.due", 1L));
            assertThat(line.countsInDays()).contains(WEEK);
            assertThat(line.base()).startsWith("-");
        });
        assertThat(lines)
                .filteredOn(line -> !line.metric().equals("refundOnTimeRate"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.countsInDays()).isEmpty());
    }

    @Test
    void theComingDaysBringWhatMaturesAndTakeWhatHasBeenLongEnough() {
        today();
        days.put(TODAY.minusDays(36), Map.of("refund.due", 50L, "refund.on-time", 50L, "chat.turns", 9L));
        days.put(TODAY.minusDays(6), Map.of("refund.due", 30L, "refund.on-time", 10L, "chat.turns", 7L));

        var coming = RollOff.days(SCORER, new DayAmounts(days), TODAY, 2);

        var next = coming.getFirst();
        assertThat(next.leaving()).isEmpty();
        assertThat(next.maturing()).singleElement().satisfies(moved -> {
            assertThat(moved.maturityDays()).isEqualTo(WEEK);
            assertThat(moved.entering()).isEqualTo(Map.of("refund.due", 30L, "refund.on-time", 10L));
            assertThat(moved.leaving()).isEqualTo(Map.of("refund.due", 50L, "refund.on-time", 50L));
        });
        assertThat(next.quiet()).isEqualTo(Shipped.score(Matured.naive(days, TODAY.plusDays(1), WEEK)));
        assertThat(coming.getLast().maturing())
                .singleElement()
                .satisfies(moved -> assertThat(moved.entering()).isEmpty());
    }

    private static Window refunds(long due, long onTime) {
        return Window.example().with("refund.due", due).with("refund.on-time", onTime);
    }
}
