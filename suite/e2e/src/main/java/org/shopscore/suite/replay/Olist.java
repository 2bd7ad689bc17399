package org.shopscore.suite.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shopscore.metric.BusinessDay;

/** The tables of the Olist marketplace set that the suite has a use for, as they stand in the files. */
record Olist(List<Order> orders, Map<String, List<Item>> items, Map<String, List<Review>> reviews) {

    record Order(
            String orderId,
            String status,
            Instant purchasedAt,
            Optional<Instant> approvedAt,
            Optional<Instant> handedOverAt,
            Optional<Instant> deliveredAt,
            LocalDate promisedDay) {}

    record Item(String orderId, String sellerId, Instant handOverDueAt) {}

    record Review(
            String orderId, String reviewId, int stars, Optional<Instant> createdAt, Optional<Instant> answeredAt) {}

    /** @throws BrokenLines when a line of any of the three files cannot be read */
    static Olist read(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        var orders = new CsvFile(
                        CsvFile.in(folder, "orders"),
                        "order_id",
                        "order_status",
                        "order_purchase_timestamp",
                        "order_approved_at",
                        "order_delivered_carrier_date",
                        "order_delivered_customer_date",
                        "order_estimated_delivery_date")
                .read(Olist::order, faults::add);
        var items = new CsvFile(CsvFile.in(folder, "order_items"), "order_id", "seller_id", "shipping_limit_date")
                .read(Olist::item, faults::add);
        var reviews = new CsvFile(
                        CsvFile.in(folder, "order_reviews"),
                        "review_id",
                        "order_id",
                        "review_score",
                        "review_creation_date",
                        "review_answer_timestamp")
                .read(Olist::review, faults::add);
        if (!faults.isEmpty()) {
            throw new BrokenLines(faults);
        }
        return new Olist(
                orders,
                items.stream().collect(Collectors.groupingBy(Item::orderId)),
                reviews.stream().collect(Collectors.groupingBy(Review::orderId)));
    }

    /** The orders bought on those days, with their items and reviews. */
    Olist only(Selection selection) {
        var kept = orders.stream()
                .filter(order -> selection.holds(order.purchasedAt()))
                .toList();
        var ids = kept.stream().map(Order::orderId).collect(Collectors.toSet());
        return new Olist(kept, only(items, ids::contains), only(reviews, ids::contains));
    }

    long rows() {
        return orders.size() + count(items) + count(reviews);
    }

    private static <T> Map<String, List<T>> only(Map<String, List<T>> byOrder, Predicate<String> ids) {
        return byOrder.entrySet().stream()
                .filter(entry -> ids.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static <T> long count(Map<String, List<T>> byOrder) {
        return byOrder.values().stream().mapToLong(List::size).sum();
    }

    private static Order order(Line line) {
        return new Order(
                line.id("order_id"),
                line.text("order_status"),
                line.wallClock("order_purchase_timestamp"),
                line.optionalWallClock("order_approved_at"),
                line.optionalWallClock("order_delivered_carrier_date"),
                line.optionalWallClock("order_delivered_customer_date"),
                BusinessDay.of(line.wallClock("order_estimated_delivery_date")));
    }

    private static Item item(Line line) {
        return new Item(line.id("order_id"), line.id("seller_id"), line.wallClock("shipping_limit_date"));
    }

    private static Review review(Line line) {
        return new Review(
                line.id("order_id"),
                line.id("review_id"),
                line.whole("review_score"),
                line.optionalWallClock("review_creation_date"),
                line.optionalWallClock("review_answer_timestamp"));
    }
}
