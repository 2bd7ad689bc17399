package org.shopscore.aggregator.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.Shipped;

/** What holds by the short way is what is found by the long one, over days at random around the lines that are drawn. */
class HoldsTest {

    private static final long SEED = 20261128;
    private static final LocalDate LAST = LocalDate.of(2026, 3, 20);
    private static final List<String> STAGES =
            List.of("FORMAL", "FORMAL", "FORMAL", "FORMAL", "GROWTH", "NONE", "WITHHELD");

    private static final List<Bound.Comparison> COMPARISONS = List.of(Bound.Comparison.values());

    private final Random random = new Random(SEED);

    @Test
    void theShortWayAndTheLongWayAgree() {
        int holding = 0;
        int asked = 0;
        for (int round = 0; round < 3_000; round++) {
            var line = Shipped.POLICY
                    .entitlements()
                    .get(round % Shipped.POLICY.entitlements().size());
            OfficialDays days = days(round % 3 == 0 ? "4.25" : round % 3 == 1 ? "3.20" : "4.50");
            for (Predicate predicate : predicates(line)) {
                boolean isFound = Finding.all(new Findings(days, line.stages()).of(predicate));
                assertThat(new Holds(days, line.stages()).holds(predicate))
                        .as("%s over %s", predicate, days)
                        .isEqualTo(isFound);
                holding += isFound ? 1 : 0;
                asked++;
            }
        }
        assertThat(holding).isBetween(asked / 10, asked * 9 / 10);
    }

    private List<Predicate> predicates(Entitlement of) {
        var predicates = new ArrayList<>(of.predicates().toList());
        var bound = new Bound(COMPARISONS.get(random.nextInt(COMPARISONS.size())), new BigDecimal("4.25"));
        int span = 1 + random.nextInt(8);
        predicates.add(new Predicate.Mean(span, "goods", bound));
        predicates.add(new Predicate.EveryDay(span, "total", bound, Optional.of(new BigDecimal("0.5"))));
        predicates.add(new Predicate.BelowRun(span, new Predicate.Latest("total", bound)));
        predicates.add(new Predicate.BelowRun(span, new Predicate.Mean(span, "total", bound)));
        predicates.add(new Predicate.BelowRun(span, several(span, bound)));
        predicates.add(new Predicate.BelowRun(span, new Predicate.BelowRun(2, new Predicate.Latest("goods", bound))));
        predicates.add(new Predicate.Passes(1, 2, new Predicate.Mean(span, "goods", bound)));
        predicates.add(new Predicate.Passes(1, 1, several(2, bound)));
        return predicates;
    }

    private static Predicate several(int span, Bound bound) {
        return new Predicate.All(List.of(
                new Predicate.Latest("goods", bound),
                new Predicate.NoSevereViolation(),
                new Predicate.EveryDay(span, "total", bound, Optional.of(new BigDecimal("0.9")))));
    }

    /** Many days in a row alike, so that runs and means come near their lines from both sides. */
    private OfficialDays days(String around) {
        OfficialDays days = OfficialDays.none(LAST.minusDays(40));
        int steps = random.nextInt(-4, 5);
        for (int back = 39; back >= 0; back--) {
            if (random.nextInt(12) == 0) {
                steps = random.nextInt(-4, 5);
            }
            if (random.nextInt(15) > 0 || back == 0) {
                days = days.with(day(LAST.minusDays(back), new BigDecimal(around).add(BigDecimal.valueOf(steps, 2))));
            }
        }
        return days;
    }

    private ScoredDay day(LocalDate statDate, BigDecimal published) {
        String stage = STAGES.get(random.nextInt(STAGES.size()));
        boolean hasScore = stage.equals("FORMAL") || stage.equals("GROWTH");
        return new ScoredDay(
                statDate,
                stage,
                hasScore ? Optional.of(published) : Optional.empty(),
                Map.of("goods", published.setScale(4)),
                BigDecimal.valueOf(random.nextInt(10_001), 4),
                random.nextInt(10) == 0);
    }
}
