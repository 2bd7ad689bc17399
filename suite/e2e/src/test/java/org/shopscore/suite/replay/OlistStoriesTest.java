package org.shopscore.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Story;

class OlistStoriesTest {

    private static final String ORDERS =
            "order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,"
                    + "order_delivered_customer_date,order_estimated_delivery_date,customer_state,seller_count\n";

    @TempDir
    private Path folder;

    @Test
    void anOrderOfTwoSellersBecomesTwoStoriesAndEachIsDueAtItsLatestItem() throws IOException {
        orders("o1,delivered,2018-03-05 10:00:00,2018-03-05 10:20:00,2018-03-06 09:00:00,2018-03-09 18:30:00,"
                + "2018-03-20 00:00:00,上海,2");
        items(
                "o1,1,s1,2018-03-08 10:20:00,9.90,8.72",
                "o1,2,s1,2018-03-09 10:20:00,9.90,8.72",
                "o1,3,s2,2018-03-07 10:20:00,9.90,8.72");
        reviews();

        var stories = stories();

        assertThat(stories).extracting(Story::shopId).containsExactlyInAnyOrder("s1", "s2");
        var paid = (OrderFact.Paid) of(stories, "s1").getFirst();
        assertThat(paid.at()).isEqualTo("2018-03-05T02:20:00Z");
        assertThat(paid.pickupDueAt()).isEqualTo("2018-03-09T02:20:00Z");
        assertThat(paid.delivery()).isEqualTo(new Promise.Day(LocalDate.of(2018, 3, 20)));
        assertThat(of(stories, "s1").get(1)).isEqualTo(new OrderFact.PickedUp("s1", "o1", at("2018-03-06T01:00:00Z")));
        assertThat(of(stories, "s1").get(2)).isEqualTo(new OrderFact.Signed("s1", "o1", at("2018-03-09T10:30:00Z")));
    }

    @Test
    void aHandOverBeforeThePaymentIsSentAfterTheOrderWithTheTimeItBears() throws IOException {
        orders("o1,delivered,2018-03-05 10:00:00,2018-03-06 10:00:00,2018-03-05 22:00:00,2018-03-09 18:30:00,"
                + "2018-03-20 00:00:00,SP,1");
        items("o1,1,s1,2018-03-08 10:20:00,9.90,8.72");
        reviews();

        var olist = new OlistStories(Olist.read(folder));
        var facts = olist.stories().getFirst().facts();

        assertThat(facts).element(0).isInstanceOf(OrderFact.Paid.class);
        assertThat(facts).element(1).isEqualTo(new OrderFact.PickedUp("s1", "o1", at("2018-03-05T14:00:00Z")));
        assertThat(olist.setRight()).isEqualTo(Map.of(SetRight.BEFORE_PAYMENT, 1));
    }

    @Test
    void aCancellationIsSentLastAndOnlyWhereNothingWasHandedOver() throws IOException {
        orders(
                "o1,canceled,2018-03-05 10:00:00,,,,2018-03-20 00:00:00,SP,1",
                "o2,canceled,2018-03-05 10:00:00,2018-03-05 10:00:00,2018-03-06 10:00:00,,2018-03-20 00:00:00,SP,1",
                "o3,unavailable,2018-03-05 10:00:00,2018-03-05 11:00:00,,,2018-03-20 00:00:00,SP,1");
        items(
                "o1,1,s1,2018-03-08 10:20:00,9.90,8.72",
                "o2,1,s2,2018-03-08 10:20:00,9.90,8.72",
                "o3,1,s3,2018-03-08 10:20:00,9.90,8.72");
        reviews("r1,o1,1,2018-03-08 00:00:00,2018-03-09 00:00:00,0");

        var olist = new OlistStories(Olist.read(folder));
        var stories = olist.stories();

        assertThat(of(stories, "s1").getLast())
                .isEqualTo(new OrderFact.Cancelled("s1", "o1", at("2018-03-05T02:00:00Z")));
        assertThat(of(stories, "s2")).noneMatch(OrderFact.Cancelled.class::isInstance);
        assertThat(of(stories, "s3").getLast())
                .isEqualTo(new OrderFact.Cancelled("s3", "o3", at("2018-03-05T03:00:00Z")));
        assertThat(olist.setRight())
                .isEqualTo(Map.of(
                        SetRight.PAID_AT_PURCHASE,
                        1,
                        SetRight.CANCELLED_AT_PAYMENT,
                        2,
                        SetRight.CANCELLATION_LEFT_OUT,
                        1));
    }

    @Test
    void aReviewWithoutAnAnswerTimeIsRatedAtItsCreationAndOneWithoutAnyTimeComesLast() throws IOException {
        orders("o1,delivered,2018-03-05 10:00:00,2018-03-05 10:20:00,2018-03-06 09:00:00,2018-03-09 18:30:00,"
                + "2018-03-20 00:00:00,SP,1");
        items("o1,1,s1,2018-03-08 10:20:00,9.90,8.72");
        reviews("a,o1,1,,,0", "b,o1,2,2018-03-10 00:00:00,,0", "c,o1,3,2018-03-09 00:00:00,2018-03-11 09:30:00,0");

        var reviews = of(stories(), "s1").stream()
                .filter(OrderFact.Reviewed.class::isInstance)
                .map(OrderFact.Reviewed.class::cast)
                .toList();

        assertThat(reviews).extracting(OrderFact.Reviewed::reviewId).containsExactly("b", "c", "a");
        assertThat(reviews)
                .extracting(OrderFact.Reviewed::at)
                .containsExactly(at("2018-03-09T16:00:00Z"), at("2018-03-11T01:30:00Z"), at("2018-03-11T01:30:01Z"));
    }

    @Test
    void aSelectionHoldsTheOrdersBoughtInShanghaiOnItsDaysWithTheirReviews() throws IOException {
        orders(
                "o1,delivered,2018-03-01 00:00:00,,,,2018-03-20 00:00:00,SP,1",
                "o2,delivered,2018-03-31 23:59:59,,,,2018-03-20 00:00:00,SP,1",
                "o3,delivered,2018-04-01 00:00:00,,,,2018-03-20 00:00:00,SP,1");
        items(
                "o1,1,s1,2018-03-08 10:20:00,9.90,8.72",
                "o2,1,s1,2018-03-08 10:20:00,9.90,8.72",
                "o3,1,s1,2018-03-08 10:20:00,9.90,8.72");
        reviews("r3,o3,5,2018-04-08 00:00:00,2018-04-09 00:00:00,0");

        var march = Olist.read(folder).only(SelectionTest.march());

        assertThat(march.orders()).extracting(Olist.Order::orderId).containsExactly("o1", "o2");
        assertThat(march.reviews()).isEmpty();
    }

    @Test
    void movingByWeeksKeepsTheTimeOfDayAndPutsTheLastEventWithinTheLastSevenDays() throws IOException {
        orders("o1,delivered,2018-03-05 10:00:00,2018-03-05 10:20:00,2018-03-06 09:00:00,2018-03-09 18:30:00,"
                + "2018-03-20 00:00:00,SP,1");
        items("o1,1,s1,2018-03-08 10:20:00,9.90,8.72");
        reviews();
        var stories = stories();
        var now = at("2026-11-22T21:00:00Z");

        int weeks = Shift.of(stories, now).weeks();
        var last = stories.getFirst().movedBy(weeks).facts().getLast().at();

        assertThat(Duration.between(last, now)).isBetween(Duration.ZERO, Duration.ofDays(7));
        assertThat(Duration.between(at("2018-03-09T10:30:00Z"), last)).isEqualTo(Duration.ofDays(7L * weeks));
        assertThat(Shift.of(stories, at("2018-03-09T10:29:59Z")).weeks()).isEqualTo(-1);
    }

    private List<Story> stories() throws IOException {
        return new OlistStories(Olist.read(folder)).stories();
    }

    private static List<Fact> of(List<Story> stories, String shop) {
        return stories.stream()
                .filter(story -> story.shopId().equals(shop))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private void orders(String... lines) throws IOException {
        Files.writeString(folder.resolve("orders.csv"), ORDERS + String.join("\n", lines) + "\n");
    }

    private void items(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("order_items.csv"),
                "order_id,order_item_id,seller_id,shipping_limit_date,price,freight_value\n"
                        + String.join("\n", lines)
                        + "\n");
    }

    private void reviews(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("order_reviews.csv"),
                "review_id,order_id,review_score,review_creation_date,review_answer_timestamp,comment_length\n"
                        + String.join("\n", lines)
                        + "\n");
    }
}
