package org.shopscore.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;

/** The set that comes with the suite, read and counted naively against its own reference. */
class SampleTest {

    @Test
    void theFactsOfTheSampleAddUpToItsReference() throws IOException {
        try (var sample = Sample.olist()) {
            assertAddsUp(sample.path());
        }
    }

    @Test
    void theFactsOfTheRealMarketplaceAddUpToItsReference() throws IOException {
        assertAddsUp(RealData.folder("olist"));
    }

    private static void assertAddsUp(Path tables) throws IOException {
        var stories = new OlistStories(Olist.read(tables)).stories();
        var counted = new HashMap<String, Map<String, Long>>();
        stories.forEach(story -> count(story.facts(), counted));
        assertThat(counted).isEqualTo(Reference.read(tables).expected(Selection.ALL));
    }

    @Test
    void theSampleHoldsEachOddityThatTheRulesSetRight() throws IOException {
        try (var sample = Sample.olist()) {
            var olist = new OlistStories(Olist.read(sample.path()));
            olist.stories();
            assertThat(olist.setRight())
                    .containsKeys(
                            SetRight.PAID_AT_PURCHASE,
                            SetRight.BEFORE_PAYMENT,
                            SetRight.CANCELLED_AT_PAYMENT,
                            SetRight.CANCELLATION_LEFT_OUT,
                            SetRight.RATED_AT_CREATION,
                            SetRight.RATED_LAST);
        }
    }

    @Test
    void eachReplyOfTheSampleIsAMessageAndItsAnswer() throws IOException {
        try (var sample = Sample.chat()) {
            var replies = ChatStories.read(sample.path());
            var stories = ChatStories.stories(replies);
            assertThat(stories.stream().mapToLong(story -> story.facts().size()).sum())
                    .isEqualTo(stories.size() + 2L * replies.size());
        }
    }

    private static void count(Iterable<Fact> facts, Map<String, Map<String, Long>> counted) {
        OrderFact.Paid paid = null;
        OrderFact.Reviewed first = null;
        Instant signed = null;
        for (Fact fact : facts) {
            var shop = counted.computeIfAbsent(fact.shopId(), _ -> zeros());
            switch (fact) {
                case OrderFact.Paid now -> {
                    paid = now;
                    add(shop, "order.paid", 1);
                }
                case OrderFact.PickedUp now -> {
                    add(shop, "pickup.done", 1);
                    add(shop, "pickup.on-time", now.at().isAfter(paid.pickupDueAt()) ? 0 : 1);
                }
                case OrderFact.Signed now -> {
                    signed = now.at();
                    add(shop, "order.signed", 1);
                    add(shop, "delivery.on-time", late(paid, signed) ? 0 : 1);
                }
                case OrderFact.Reviewed now -> first = first == null ? now : first;
                default -> {}
            }
        }
        if (signed != null && first != null) {
            add(counted.get(first.shopId()), "review.orders-rated", 1);
            add(counted.get(first.shopId()), "review.stars", first.stars());
        }
    }

    private static boolean late(OrderFact.Paid paid, Instant signed) {
        var day = ((Promise.Day) paid.delivery()).value();
        return signed.isAfter(Instant.parse(day + "T16:00:00Z").minusNanos(1));
    }

    private static void add(Map<String, Long> shop, String measure, long amount) {
        shop.merge(measure, amount, Long::sum);
    }

    private static Map<String, Long> zeros() {
        var zeros = new HashMap<String, Long>();
        Reference.MEASURES.values().forEach(measure -> zeros.put(measure, 0L));
        return zeros;
    }
}
