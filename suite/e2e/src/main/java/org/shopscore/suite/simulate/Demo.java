package org.shopscore.suite.simulate;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.shopscore.suite.Endpoints;
import org.shopscore.suite.fact.Delivery;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Tally;
import org.shopscore.suite.fact.Wire;

/** A handful of shops with a light load, so that a fresh suite has a score to show that moves. */
public final class Demo {

    /** A shop of the demo: its score is there within seconds and moves. */
    public static final String SHOP = Shop.number(0).id();

    private static final long SEED = 20_260_301;
    private static final int SHOPS = 4;
    private static final int DAYS = 7;
    private static final int SPEED = 240;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock = Clock.systemUTC();

    /** Returns when its thread is interrupted; a suite that knows the shops from an earlier run gets no second history. */
    public void run(Endpoints suite) {
        try (var wire = new Wire(suite)) {
            Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var world = new World(SEED, SHOPS, new Pace(start, SPEED));
            var tally = new Tally();
            var sender = new Sender(wire, PATIENCE);
            var life = new Life(world, sender, clock, tally::count);
            if (!knows(wire)) {
                var history = History.of(world, start, DAYS);
                new Delivery(sender, AT_ONCE, tally::count).tell(history.told().stream());
                life.goOn(history.begun());
            }
            life.run(start);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean knows(Wire wire) throws InterruptedException {
        try {
            return wire.get(wire.suite().aggregator().http(), "/v1/shops/" + SHOP + "/score")
                    .isGood();
        } catch (IOException _) {
            return false;
        }
    }
}
