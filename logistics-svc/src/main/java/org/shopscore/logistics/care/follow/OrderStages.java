package org.shopscore.logistics.care.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.Fact;
import org.shopscore.logistics.order.Order;
import org.shopscore.logistics.order.OrderStep;

/** Which stages an order comes to. */
final class OrderStages {

    /** Those that this step brings it to. */
    static List<Reached> of(OrderStep step) {
        return Stream.of(
                        first(step, Stage.PAID, order -> Optional.of(paidAt(order))),
                        first(step, Stage.PICKED_UP, Order::pickedUpAt),
                        first(step, Stage.SIGNED, Order::signedAt),
                        delayed(step))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Reached> first(OrderStep step, Stage stage, Function<Order, Optional<Instant>> at) {
        return step.before().flatMap(at).isPresent()
                ? Optional.empty()
                : at.apply(step.after()).map(reached -> new Reached(stage, reached));
    }

    private static Optional<Reached> delayed(OrderStep step) {
        return step.what() == Fact.DUE_PASSED ? Optional.of(new Reached(Stage.DELAYED, step.at())) : Optional.empty();
    }

    private static Instant paidAt(Order order) {
        return order.account().terms().paidAt();
    }

    private OrderStages() {}
}
