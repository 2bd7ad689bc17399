package org.shopscore.aftersales.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.OrderFacts;

/** Whatever way an order's reviews, removals and facts arrive, they end in the same contribution. */
class AnyOrderTest {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final Random random = new Random(20_260_301);

    @Test
    void lateRepeatedAndShuffledFactsEndAsThoseInOrder() {
        int counted = 0;
        for (int run = 0; run < 5_000; run++) {
            var told = told();
            var inOrder = contributionAfter(told);

            assertThat(contributionAfter(disturbed(told))).as("run %d", run).isEqualTo(inOrder);
            counted += inOrder.isEmpty() ? 0 : 1;
        }
        assertThat(counted).isGreaterThan(1_000);
    }

    private static Contribution contributionAfter(List<UnaryOperator<RatedOrder>> told) {
        var order = new RatedOrder(Optional.empty(), List.of());
        for (var fact : told) {
            order = fact.apply(order);
        }
        return ReviewMeasures.of(order);
    }

    private List<UnaryOperator<RatedOrder>> told() {
        var told = new ArrayList<UnaryOperator<RatedOrder>>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var review = Review.given("r" + i, 1 + random.nextInt(5), moment());
            told.add(order -> order.review(review.reviewId()).isPresent() ? order : order.with(review));
            if (random.nextInt(4) == 0) {
                told.add(removal(review));
            }
        }
        for (int version = 1 + random.nextInt(3); version > 0; version--) {
            var signedAt = random.nextInt(4) > 0 ? Optional.of(moment()) : Optional.<Instant>empty();
            var facts = ReviewMeasuresTest.facts(random.nextInt(8) > 0, signedAt, version);
            told.add(order -> new RatedOrder(newer(order.facts(), facts), order.reviews()));
        }
        return told;
    }

    /** A removal of a review that is not known yet is refused, so its sender tells the review first. */
    private UnaryOperator<RatedOrder> removal(Review review) {
        var at = moment();
        return order ->
                order.with(order.review(review.reviewId()).orElse(review).removed(at));
    }

    private static Optional<OrderFacts> newer(Optional<OrderFacts> known, OrderFacts told) {
        return known.filter(facts -> facts.version() >= told.version()).or(() -> Optional.of(told));
    }

    private Instant moment() {
        return START.plusSeconds(random.nextInt(6));
    }

    private List<UnaryOperator<RatedOrder>> disturbed(List<UnaryOperator<RatedOrder>> told) {
        var all = new ArrayList<>(told);
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(told.get(random.nextInt(told.size())));
        }
        Collections.shuffle(all, random);
        return all;
    }
}
