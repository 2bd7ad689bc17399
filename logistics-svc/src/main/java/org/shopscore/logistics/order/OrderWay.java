package org.shopscore.logistics.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.bulk.Outcome;
import org.shopscore.problem.Refusal;

/**
 * The steps that a line makes an order take, one after the other.
 *
 * @param steps each from where the one before ends; none when the line is refused or tells nothing new
 */
record OrderWay(List<OrderChange> steps, Outcome outcome) {

    /** Steps of different orders that are saved at once. */
    record Round(boolean isPlacing, List<OrderChange> changes) {}

    static OrderWay anew(OrderLine line, Terms terms) {
        var placed = OrderChange.placed(line.id(), terms);
        var steps = new ArrayList<>(List.of(placed));
        steps.addAll(steps(placed.stored(), line));
        return new OrderWay(steps, new Outcome.Created());
    }

    /** @throws org.shopscore.problem.Refused as the single commands */
    static OrderWay on(StoredOrder order, OrderLine line) {
        line.offer().requireSame(order.order().account().terms());
        var steps = steps(order, line);
        return new OrderWay(steps, steps.isEmpty() ? new Outcome.Same() : new Outcome.Changed());
    }

    static boolean isRefused(Throwable failure) {
        return Refusal.of(failure).isPresent();
    }

    static OrderWay refused(Throwable failure) {
        return new OrderWay(List.of(), new Outcome.Rejected(Refusal.of(failure).orElseThrow()));
    }

    /** The orders that are new, then the second steps of all, then the third ones. */
    static List<Round> rounds(List<OrderWay> ways) {
        var rounds = new ArrayList<Round>();
        rounds.add(new Round(
                true, ways.stream().flatMap(way -> way.placing().stream()).toList()));
        var told = ways.stream().map(OrderWay::told).toList();
        int most = told.stream().mapToInt(List::size).max().orElse(0);
        for (int n = 0; n < most; n++) {
            int step = n;
            rounds.add(new Round(
                    false,
                    told.stream()
                            .filter(steps -> steps.size() > step)
                            .map(steps -> steps.get(step))
                            .toList()));
        }
        return rounds;
    }

    private static List<OrderChange> steps(StoredOrder from, OrderLine line) {
        var steps = new ArrayList<OrderChange>();
        var order = from;
        for (OrderMove move : line.told()) {
            var step = Orders.change(order, move);
            step.ifPresent(steps::add);
            order = step.map(OrderChange::stored).orElse(order);
        }
        return steps;
    }

    private Optional<OrderChange> placing() {
        return steps.stream().filter(step -> step.before().isEmpty()).findFirst();
    }

    private List<OrderChange> told() {
        return steps.stream().filter(step -> step.before().isPresent()).toList();
    }
}
