package org.shopscore.aggregator.whatif.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Bonus.Condition.RatioAtLeast;

/** What one fact is, of a bonus that any ratio can earn. */
class EffectsTest {

    @Test
    void theFactsOfAMeanBringAsManyPointsAsTheirMeasureAllows() {
        assertThat(Effects.ofBonus(bonus("review.stars", "review.orders-rated", "4.8")))
                .extracting(Effect::kind, Effect::amounts)
                .contains(
                        tuple(Effect.Kind.MORE_GOOD, Map.of("review.stars", 5L, "review.orders-rated", 1L)),
                        tuple(Effect.Kind.MORE_BAD, Map.of("review.stars", 1L, "review.orders-rated", 1L)));
    }

    @Test
    void ofWhatIsNeitherAShareNorAMeanThatIsKnownThereIsNoFact() {
        assertThat(Effects.ofBonus(bonus("complaint.filed", "order.paid", "1"))).isNotEmpty();
        assertThat(Effects.ofBonus(bonus("complaint.filed", "order.paid", "1.01")))
                .isEmpty();
    }

    private static Bonus bonus(String numerator, String denominator, String bound) {
        return new Bonus(
                "B",
                Optional.empty(),
                new BigDecimal("0.10"),
                new RatioAtLeast(numerator, denominator, new BigDecimal(bound)));
    }
}
