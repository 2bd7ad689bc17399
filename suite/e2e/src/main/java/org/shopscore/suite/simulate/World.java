package org.shopscore.suite.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.fact.Story;

/** A cast of shops and what happens to them: a pure function of seed, start and day. */
final class World {

    private final long seed;
    private final int shops;
    private final Pace pace;

    World(long seed, int shops, Pace pace) {
        if (shops < 1 || shops > 1_000) {
            throw new IllegalArgumentException("shops must be 1 to 1000, was " + shops);
        }
        this.seed = seed;
        this.shops = shops;
        this.pace = pace;
    }

    List<Shop> shops() {
        return IntStream.range(0, shops).mapToObj(Shop::number).toList();
    }

    /** All that begins on a day of the simulated world, in the order of its beginning. */
    List<Story> day(LocalDate day) {
        return shops().stream()
                .flatMap(shop -> day(shop, day))
                .sorted(Comparator.comparing(story -> story.facts().getFirst().at()))
                .toList();
    }

    private Stream<Story> day(Shop shop, LocalDate day) {
        var name = Long.toString(seed, 36) + "-" + Long.toString(pace.start().getEpochSecond(), 36) + "-"
                + day.toString().replace("-", "");
        var dice = new Dice(seed, shop.id() + "/" + day);
        var orders = new OrderLife(shop, pace);
        var chats = new ChatLife(shop, pace);
        var stories = new ArrayList<Story>();
        int count = DailyCurve.orders(shop.ordersPerDay(), day, dice);
        for (int i = 1; i <= count; i++) {
            stories.add(orders.story("o-" + name + "-" + i, DailyCurve.in(day, dice), dice));
        }
        for (int i = 1; i <= count * 2 / 3; i++) {
            stories.add(chats.story("c-" + name + "-" + i, DailyCurve.in(day, dice), dice));
        }
        return stories.stream();
    }

    /** The last day whose beginnings can lie before that instant of everybody's clock. */
    LocalDate dayAt(Instant real) {
        var start = pace.start();
        var simulated = real.isAfter(start)
                ? start.plus(java.time.Duration.between(start, real).multipliedBy(pace.speed()))
                : real;
        return BusinessDay.of(simulated);
    }
}
