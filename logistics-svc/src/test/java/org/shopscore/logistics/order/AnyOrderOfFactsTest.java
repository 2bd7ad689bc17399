package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;

/** Facts are told late, twice and out of order; what they come to may not depend on it. */
class AnyOrderOfFactsTest {

    private static final long SEED = 20260301;
    private static final int RUNS = 20_000;
    private static final Instant PAID = Instant.parse("2026-03-01T02:00:00Z");
    private static final List<Fact> TOLD = List.of(Fact.PICKED_UP, Fact.SIGNED, Fact.CANCELLED, Fact.REFUNDED);
    private static final OrderId ID = new OrderId("shop", "order");

    private record Telling(Fact fact, Instant at) {

        Optional<Order> on(Order order) {
            return move().change().apply(order);
        }

        private OrderMove move() {
            return switch (fact) {
                case PICKED_UP -> OrderMove.pickedUp(ID, at);
                case SIGNED -> OrderMove.signed(ID, at);
                case CANCELLED -> OrderMove.cancelled(ID, at);
                case REFUNDED -> OrderMove.refunded(ID, at);
                case DUE_PASSED -> OrderMove.duePassed(ID, at);
                case PAID, EDITED, PARCELS_MOVED, LOST_BY_FORCE_MAJEURE, EXCLUDED -> throw new AssertionError(fact);
            };
        }
    }

    @Test
    void anyOrderAndRepetitionOfTheSameFactsEndsInTheSameContribution() {
        var random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            var order = Order.paid(terms(random));
            var tellings = tellings(random);
            var one = all(order, tellings);
            var again = new ArrayList<>(tellings);
            again.addAll(tellings.subList(0, random.nextInt(tellings.size() + 1)));
            Collections.shuffle(again, random);
            var other = all(order, again);
            assertThat(OrderMeasures.of(other))
                    .as("run %d: %s or %s", run, tellings, again)
                    .isEqualTo(OrderMeasures.of(one));
            assertThat(State.of(other))
                    .as("run %d: %s or %s", run, tellings, again)
                    .isEqualTo(State.of(one));
        }
    }

    @Test
    void theDifferencesSentOnTheWayAddUpToTheContribution() {
        var random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            var order = Order.paid(terms(random));
            var sent = OrderMeasures.of(order);
            for (var telling : tellings(random)) {
                var next = telling.on(order).orElse(order);
                sent = sent.plus(OrderMeasures.of(next).minus(OrderMeasures.of(order)));
                order = next;
            }
            assertThat(sent).isEqualTo(OrderMeasures.of(order));
        }
    }

    @Test
    void aSweepBetweenTheFactsChangesNothingInTheEnd() {
        var random = new Random(SEED);
        Instant end = PAID.plusSeconds(1_000_000);
        for (int run = 0; run < RUNS; run++) {
            var terms = terms(random);
            var tellings = tellings(random);
            var swept = new ArrayList<>(tellings);
            swept.add(random.nextInt(tellings.size() + 1), new Telling(Fact.DUE_PASSED, end));
            assertThat(closed(terms, swept, end)).as("run %d: %s", run, swept).isEqualTo(closed(terms, tellings, end));
        }
    }

    private static Contribution closed(Terms terms, List<Telling> tellings, Instant end) {
        return OrderMeasures.of(all(Order.paid(terms), tellings).passed(end));
    }

    private static Order all(Order order, List<Telling> tellings) {
        Order now = order;
        for (var telling : tellings) {
            now = telling.on(now).orElse(now);
        }
        return now;
    }

    /** Few distinct instants, so that ties and all orders of before and after occur. */
    private static Instant instant(Random random) {
        return PAID.plusSeconds(random.nextInt(8) * 43_200L - 43_200);
    }

    private static Terms terms(Random random) {
        Set<Flag> flags = random.nextInt(4) == 0 ? Set.of(Flag.GIFT) : Set.of();
        return Terms.plain(PAID, instant(random), instant(random), flags);
    }

    private static List<Telling> tellings(Random random) {
        var tellings = new ArrayList<Telling>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            tellings.add(new Telling(TOLD.get(random.nextInt(TOLD.size())), instant(random)));
        }
        return tellings;
    }
}
