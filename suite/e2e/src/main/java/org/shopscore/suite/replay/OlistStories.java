package org.shopscore.suite.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.replay.Olist.Item;
import org.shopscore.suite.replay.Olist.Order;

/** Turns the rows of the Olist set into stories, one for each seller of an order, and counts what was set right. */
final class OlistStories {

    private static final Set<String> GIVEN_UP = Set.of("canceled", "unavailable");

    private final Olist rows;
    private final Map<SetRight, Integer> setRight = new EnumMap<>(SetRight.class);

    OlistStories(Olist rows) {
        this.rows = rows;
    }

    Map<SetRight, Integer> setRight() {
        return setRight;
    }

    Map<String, Integer> setRightByRule() {
        var counts = new LinkedHashMap<String, Integer>();
        setRight.forEach((rule, count) -> counts.put(rule.rule(), count));
        return counts;
    }

    /** In the order of their payments. */
    List<Story> stories() {
        setRight.clear();
        countStrays();
        return rows.orders().stream()
                .flatMap(this::ofOrder)
                .sorted(Comparator.comparing(story -> story.facts().getFirst().at()))
                .toList();
    }

    private Stream<Story> ofOrder(Order order) {
        var items = rows.items().getOrDefault(order.orderId(), List.of());
        if (items.isEmpty()) {
            count(SetRight.NO_ITEM);
        }
        var dueBySeller = new TreeMap<String, Instant>();
        for (Item item : items) {
            dueBySeller.merge(item.sellerId(), item.handOverDueAt(), OlistStories::later);
        }
        return dueBySeller.entrySet().stream().map(due -> story(order, due.getKey(), due.getValue()));
    }

    private Story story(Order order, String seller, Instant handOverDueAt) {
        if (order.approvedAt().isEmpty()) {
            count(SetRight.PAID_AT_PURCHASE);
        }
        var paidAt = order.approvedAt().orElse(order.purchasedAt());
        var later = new ArrayList<Fact>();
        order.handedOverAt().ifPresent(at -> later.add(new OrderFact.PickedUp(seller, order.orderId(), at)));
        order.deliveredAt().ifPresent(at -> later.add(new OrderFact.Signed(seller, order.orderId(), at)));
        later.addAll(new OlistReviews(order, rows, this::count).facts(seller));
        later.stream().filter(fact -> fact.at().isBefore(paidAt)).forEach(_ -> count(SetRight.BEFORE_PAYMENT));
        later.sort(Comparator.comparing(Fact::at));
        var facts = new ArrayList<Fact>();
        facts.add(new OrderFact.Paid(
                seller, order.orderId(), paidAt, handOverDueAt, new Promise.Day(order.promisedDay())));
        facts.addAll(later);
        facts.addAll(cancellation(order, seller, paidAt));
        return new Story(facts);
    }

    /** The payment is the earliest it can have come, so that the order was never due. */
    private List<Fact> cancellation(Order order, String seller, Instant paidAt) {
        if (!GIVEN_UP.contains(order.status())) {
            return List.of();
        }
        if (order.handedOverAt().isPresent() || order.deliveredAt().isPresent()) {
            count(SetRight.CANCELLATION_LEFT_OUT);
            return List.of();
        }
        count(SetRight.CANCELLED_AT_PAYMENT);
        return List.of(new OrderFact.Cancelled(seller, order.orderId(), paidAt));
    }

    private void countStrays() {
        var ids = new HashSet<String>();
        rows.orders().forEach(order -> ids.add(order.orderId()));
        Stream.of(rows.items(), rows.reviews())
                .flatMap(table -> table.entrySet().stream())
                .filter(entry -> !ids.contains(entry.getKey()))
                .forEach(entry ->
                        setRight.merge(SetRight.NO_ORDER, entry.getValue().size(), Integer::sum));
    }

    private void count(SetRight rule) {
        setRight.merge(rule, 1, Integer::sum);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
