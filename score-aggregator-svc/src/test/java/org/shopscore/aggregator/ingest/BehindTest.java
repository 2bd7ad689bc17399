package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;

/** An owner that has much to read before it has caught up. */
class BehindTest {

    private static final int EVENTS = 120_000;

    /** As many times as a half of what is left can be read, until a poll takes all of it; and once more. */
    private static final int TURNS = 6;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aShopOfWhichEachPollBringsSomethingIsToldAFewTimesAndRightInTheEnd() {
        var events = new Traffic(rig, 66).events(EVENTS);
        oracle.countAll(events);
        rig.send(events);

        rig.start(board);
        rig.awaitAnnounced();

        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        assertThat(board.announced()).hasSizeLessThan(2 * TURNS * Traffic.SHOPS);
    }
}
