package org.shopscore.suite.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Story;

/** One order from payment to review. */
final class OrderLife {

    private static final Duration HAND_OVER_LIMIT = Duration.ofDays(2);
    private static final Duration DELIVERY_PROMISE = Duration.ofDays(4);
    private static final int CANCELLED = 2;
    private static final int REVIEWED = 55;

    private final Shop shop;
    private final Pace pace;

    OrderLife(Shop shop, Pace pace) {
        this.shop = shop;
        this.pace = pace;
    }

    Story story(String orderId, Instant paidAt, Dice dice) {
        var facts = new ArrayList<Fact>();
        facts.add(new OrderFact.Paid(
                shop.id(),
                orderId,
                pace.real(paidAt),
                pace.real(paidAt.plus(HAND_OVER_LIMIT)),
                new Promise.At(pace.real(paidAt.plus(DELIVERY_PROMISE)))));
        facts.addAll(dice.happens(CANCELLED) ? cancelled(orderId, paidAt, dice) : delivered(orderId, paidAt, dice));
        return new Story(facts);
    }

    private List<Fact> cancelled(String orderId, Instant paidAt, Dice dice) {
        var at = paidAt.plus(dice.between(Duration.ofMinutes(2), Duration.ofHours(6)));
        return List.of(new OrderFact.Cancelled(shop.id(), orderId, pace.real(at)));
    }

    private List<Fact> delivered(String orderId, Instant paidAt, Dice dice) {
        var pickedUpAt = paidAt.plus(
                dice.happens(shop.quality().promptPickups())
                        ? dice.between(Duration.ofHours(3), Duration.ofHours(40))
                        : dice.between(Duration.ofHours(49), Duration.ofHours(90)));
        var earliest = pickedUpAt.plus(Duration.ofHours(10));
        var due = paidAt.plus(DELIVERY_PROMISE);
        boolean prompt = dice.happens(shop.quality().promptDeliveries()) && earliest.isBefore(due);
        var signedAt = prompt
                ? earliest.plus(dice.between(Duration.ZERO, Duration.between(earliest, due)))
                : due.plus(dice.between(Duration.ofHours(1), Duration.ofHours(70)));
        var facts = new ArrayList<Fact>();
        facts.add(new OrderFact.PickedUp(shop.id(), orderId, pace.real(pickedUpAt)));
        facts.add(new OrderFact.Signed(shop.id(), orderId, pace.real(signedAt)));
        if (dice.happens(REVIEWED)) {
            int stars = 1 + dice.pick(shop.quality().stars());
            var ratedAt = signedAt.plus(dice.between(Duration.ofHours(1), Duration.ofDays(4)));
            facts.add(new OrderFact.Reviewed(shop.id(), orderId, "review-1", stars, pace.real(ratedAt)));
        }
        return facts;
    }
}
