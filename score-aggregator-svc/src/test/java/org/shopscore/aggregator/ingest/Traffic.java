package org.shopscore.aggregator.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;
import org.shopscore.metric.Sources;

/** Seeded events of the three sources for a handful of shops: facts of the last weeks and years, and corrections of them. */
final class Traffic {

    private static final Map<String, List<String>> MEASURES = Map.of(
            Sources.LOGISTICS, List.of(Measures.ORDER_PAID, Measures.ORDER_SIGNED, Measures.PICKUP_DUE),
            Sources.AFTER_SALES, List.of(Measures.REVIEW_STARS, Measures.REFUND_DUE),
            Sources.CUSTOMER_SERVICE, List.of(Measures.CHAT_TURNS, Measures.CHAT_REPLY_SECONDS));

    private final Random random;
    private final List<Emitter> emitters;
    private final List<String> sources = List.of(Sources.LOGISTICS, Sources.AFTER_SALES, Sources.CUSTOMER_SERVICE);

    Traffic(Rig rig, long seed) {
        random = new Random(seed);
        emitters = sources.stream()
                .map(source -> rig.emitter(
                        source, "6f1c0c3e-0001-4000-8000-00000000000" + sources.indexOf(source) + "-00000001"))
                .toList();
    }

    Emitter emitter(String source) {
        return emitters.get(sources.indexOf(source));
    }

    List<Emitter.Sent> events(int count) {
        var events = new ArrayList<Emitter.Sent>();
        for (int n = 0; n < count; n++) {
            int source = random.nextInt(sources.size());
            events.add(emitters.get(source).emit("shop-" + random.nextInt(60), Instant.now(), changes(source)));
        }
        return events;
    }

    private Change[] changes(int source) {
        var changes = new Change[1 + random.nextInt(2)];
        for (int n = 0; n < changes.length; n++) {
            var measures = new TreeMap<String, Long>();
            for (String measure : MEASURES.get(sources.get(source))) {
                long amount = random.nextLong(-3, 20);
                if (amount != 0) {
                    measures.put(measure, amount);
                }
            }
            measures.putIfAbsent(MEASURES.get(sources.get(source)).getFirst(), 1L);
            changes[n] = new Change(anchor(), measures);
        }
        return changes;
    }

    private Instant anchor() {
        return switch (random.nextInt(10)) {
            case 0 -> Instant.now().minus(Duration.ofDays(random.nextInt(40, 1_000)));
            case 1 -> Instant.now().plus(Duration.ofHours(random.nextInt(23)));
            default -> Instant.now().minus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
        };
    }

    /** One in ten is sent twice, and nothing comes in order. */
    List<Emitter.Sent> repeatedAndShuffled(List<Emitter.Sent> events) {
        var sent = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(10) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        return sent;
    }
}
