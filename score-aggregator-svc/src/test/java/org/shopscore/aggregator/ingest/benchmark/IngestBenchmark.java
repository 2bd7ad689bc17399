package org.shopscore.aggregator.ingest.benchmark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Events a second through the packaged service, from the log into durable tiles, scores and Redis, every commit on disk, all on one
 * machine, and what one costs in all processes; beside it a tuned Kafka Streams topology on the same log. What comes out of both is
 * compared with a recount. Run by {@code ./shopscore bench ingest}; {@code -Devents=} facts for each of
 * {@code -Dloads=zipf:100000,uniform:10000}, {@code -Dforms=service,streams}, {@code -Dheap=} megabytes.
 */
class IngestBenchmark {

    private static final long EVENTS = Long.getLong("events", 5_000_000);
    private static final List<String> LOADS =
            List.of(System.getProperty("loads", "zipf:100000,uniform:100000,uniform:10000,uniform:1000000")
                    .split(",", -1));
    private static final List<String> FORMS =
            List.of(System.getProperty("forms", "service,streams").split(",", -1));

    private final Map<String, Double> costs = new HashMap<>();

    @Test
    void eventsPerSecond() throws IOException {
        say(Outcome.HEAD);
        for (String named : LOADS) {
            String[] parts = named.split(":", -1);
            int shops = Integer.parseInt(parts[1]);
            try (var stores = new Stores()) {
                race(stores, parts[0], Load.of(parts[0], shops, EVENTS));
            }
        }
        compare("uniform:1000000 service", "uniform:10000 service", "a million shops to ten thousand");
    }

    private void race(Stores stores, String distribution, Load load) {
        long begun = System.nanoTime();
        stores.log.fill(load);
        say("%,d records in %.0f s".formatted(load.records(), (System.nanoTime() - begun) / 1e9));
        var expected = new Expected(load);
        for (String form : FORMS) {
            Contestant contestant = stores.contestant(form);
            var race = new Race(contestant, stores.platform, load.records());
            contestant.start();
            var outcome = race.run();
            say(outcome.line(contestant.name(), distribution, load.shops()));
            costs.put(distribution + ":" + load.shops() + " " + form, outcome.total());
            say(contestant.check(expected));
            contestant.stop();
        }
        String both = distribution + ":" + load.shops() + " ";
        compare(both + "service", both + "streams", "service to Kafka Streams");
    }

    private void compare(String one, String other, String what) {
        if (costs.containsKey(one) && costs.containsKey(other)) {
            say("%s: %.2f times its CPU an event".formatted(what, costs.get(one) / costs.get(other)));
        }
    }

    private static void say(String line) {
        System.out.println("ingest: " + line);
    }
}
