package org.shopscore.suite.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.shopscore.suite.fact.ChatFact;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Story;

/** Stories of the last weeks whose facts come out of order and sometimes twice; some due times pass without the fact they wait for. */
final class RandomStories {

    private final String name;
    private final List<String> shops;
    private final Random random;
    private int number;

    /** @param name makes shops and ids of this run its own */
    RandomStories(String name, int shops, long seed) {
        this.name = name;
        this.shops = java.util.stream.IntStream.range(0, shops)
                .mapToObj(shop -> name + "-shop-" + shop)
                .toList();
        this.random = new Random(seed);
    }

    List<String> shops() {
        return shops;
    }

    Story next() {
        number++;
        var shop = shops.get(random.nextInt(shops.size()));
        var facts = random.nextInt(4) == 0 ? chat(shop) : order(shop);
        Collections.shuffle(facts.subList(1, facts.size()), random);
        if (random.nextInt(10) == 0) {
            facts.add(facts.get(random.nextInt(facts.size())));
        }
        return new Story(facts);
    }

    private List<Fact> order(String shop) {
        var id = name + "-order-" + number;
        var paidAt = ago(Duration.ofDays(25));
        var facts = new ArrayList<Fact>();
        facts.add(new OrderFact.Paid(shop, id, paidAt, due(paidAt), new Promise.At(due(paidAt))));
        if (random.nextInt(20) == 0) {
            facts.add(new OrderFact.Cancelled(shop, id, within(paidAt, Duration.ofDays(2))));
            return facts;
        }
        var pickedUpAt = within(paidAt, Duration.ofDays(3));
        if (random.nextInt(10) > 0) {
            facts.add(new OrderFact.PickedUp(shop, id, pickedUpAt));
        }
        if (random.nextInt(10) > 1) {
            facts.add(new OrderFact.Signed(shop, id, within(pickedUpAt, Duration.ofDays(4))));
        }
        for (int review = random.nextInt(3); review > 0; review--) {
            var ratedAt = within(pickedUpAt, Duration.ofDays(6));
            facts.add(new OrderFact.Reviewed(shop, id, "review-" + review, 1 + random.nextInt(5), ratedAt));
        }
        return facts;
    }

    private List<Fact> chat(String shop) {
        var id = name + "-chat-" + number;
        var at = ago(Duration.ofDays(10));
        var facts = new ArrayList<Fact>();
        facts.add(new ChatFact.ChatStarted(shop, id, at, ChatFact.Opener.HUMAN));
        for (int message = 1 + random.nextInt(5); message > 0; message--) {
            var author = random.nextBoolean() ? ChatFact.Author.BUYER : ChatFact.Author.HUMAN;
            at = at.plusMillis(1 + random.nextInt(400_000));
            facts.add(new ChatFact.Said(shop, id, "message-" + message, author, at));
        }
        return facts;
    }

    /** Either passed by now or so far away that it does not pass during a test. */
    private Instant due(Instant paidAt) {
        var due = paidAt.plus(millis(Duration.ofDays(4)));
        return due.isBefore(Instant.now().minusSeconds(60)) ? due : due.plus(Duration.ofDays(30));
    }

    private Instant ago(Duration most) {
        return Instant.now()
                .truncatedTo(ChronoUnit.MILLIS)
                .minus(Duration.ofHours(2))
                .minus(millis(most));
    }

    /** Not in the future. */
    private Instant within(Instant from, Duration most) {
        var at = from.plus(millis(most));
        var latest = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return at.isBefore(latest) ? at : latest;
    }

    private Duration millis(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }
}
