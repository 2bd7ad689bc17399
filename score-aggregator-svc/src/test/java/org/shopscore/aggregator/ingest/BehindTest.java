package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;
import org.shopscore.metric.Sources;

/** An owner that has much to read before it has caught up. */
class BehindTest {

    private static final int EVENTS = 60_000;

    /** Some dozens of polls; half of what is left can be read some seven times until one takes all of it. */
    private static final int TURNS = 14;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aShopOfWhichEachPollBringsSomethingIsToldAFewTimesAndRightInTheEnd() {
        var emitter = rig.emitter(Sources.LOGISTICS, "6f1c0c3e-0061-4000-8000-000000000000-00000001");
        var order = new Change(Instant.now(), new TreeMap<>(Map.of(Measures.ORDER_PAID, 1L)));
        var events = new ArrayList<Emitter.Sent>();
        for (int n = 0; n < EVENTS; n++) {
            events.add(emitter.emit("tea-house", Instant.now(), order));
        }
        oracle.countAll(events);
        rig.send(events);

        rig.start(board);
        rig.awaitAnnounced();

        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        assertThat(board.announced()).hasSizeLessThan(TURNS);
    }
}
