package org.shopscore.logistics.care.outlook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.care.template.ToldOrder;
import org.shopscore.logistics.order.Order;

/**
 * What the service knows of an order, as far as its messages go.
 *
 * @param reached by its state
 */
record KnownOrder(List<Reached> reached, Situation.OrderNow now, ToldOrder told, Optional<String> buyerRef) {

    /** What its state shows that it has come to. */
    static List<Reached> reached(Order order) {
        return Stream.of(
                        Stream.of(
                                new Reached(Stage.PAID, order.account().terms().paidAt())),
                        order.pickedUpAt().map(at -> new Reached(Stage.PICKED_UP, at)).stream(),
                        order.signedAt().map(at -> new Reached(Stage.SIGNED, at)).stream())
                .flatMap(stages -> stages)
                .toList();
    }
}
