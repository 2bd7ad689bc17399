package org.shopscore.aggregator.score;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.shopscore.aggregator.score.window.ListedSums;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.metric.Measures;

/** Sums that a test writes down. */
public final class Window implements ListedSums {

    private final Map<String, Long> sums = new HashMap<>();

    public Window with(String measure, long sum) {
        sums.put(measure, sum);
        return this;
    }

    @Override
    public void forEach(ObjLongConsumer<String> each) {
        sums.forEach((measure, sum) -> {
            if (sum != 0) {
                each.accept(measure, sum);
            }
        });
    }

    @Override
    public long sum(String measure) {
        return sums.getOrDefault(measure, 0L);
    }

    /** With every measure that there is. */
    public Sums asSums() {
        return new Sums(Measures.names().stream().collect(Collectors.toMap(Function.identity(), this::sum)));
    }

    /** The shop of the worked example EX-8. */
    public static Window example() {
        return new Window()
                .with("review.stars", 1872)
                .with("review.orders-rated", 400)
                .with("goods.quality-returns", 9)
                .with("order.signed", 1500)
                .with("pickup.on-time", 1470)
                .with("pickup.due", 1600)
                .with("delivery.on-time", 1350)
                .with("delivery.due", 1500)
                .with("order.logistics-fault-returns", 2)
                .with("order.paid", 1600)
                .with("chat.turns-within-3min", 1800)
                .with("chat.turns", 2000)
                .with("chat.sessions-dissatisfied", 12)
                .with("chat.sessions-rated", 150)
                .with("case.ratings-satisfied", 180)
                .with("case.ratings", 200)
                .with("refund.on-time", 91)
                .with("refund.due", 100)
                .with("complaint.on-time", 18)
                .with("complaint.due", 20)
                .with("help.orders-escalated", 3)
                .with("help.orders-asking", 500);
    }
}
