package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;

/** Every event counts once, whatever is repeated and in whatever order it comes. */
class ExactlyOnceTest {

    private static int injected;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void say() {
        System.out.println("ExactlyOnceTest: " + injected + " faults injected");
    }

    @Test
    void repeatedAndShuffledEventsCountOnce() {
        var traffic = new Traffic(rig, 1);
        rig.start(board);
        for (int round = 0; round < 4; round++) {
            var events = traffic.events(1_500);
            oracle.countAll(events);
            var sent = traffic.repeatedAndShuffled(events);
            injected += sent.size();
            rig.send(sent);
        }
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        assertThat(rig.count("select count(*) from sequence_hole where closed_at is null"))
                .isZero();
    }

    @Test
    void aGroupSetBackToTheBeginningChangesNoTileAndAnnouncesEveryShopAgain() {
        var traffic = new Traffic(rig, 2);
        var first = rig.start(board);
        var events = traffic.events(2_000);
        oracle.countAll(events);
        rig.send(events);
        rig.awaitAnnounced();
        first.stop();
        rig.resetGroup();
        injected++;
        var fresh = new Board();
        rig.start(fresh);
        rig.assertExact(oracle, fresh, BusinessDay.of(Instant.now()));
        assertThat(new HashSet<>(fresh.announced())).isEqualTo(new HashSet<>(board.announced()));
    }

    @Test
    void alsoWhenTheDatabaseIsToldToStartOver() {
        var traffic = new Traffic(rig, 3);
        var first = rig.start(board);
        var events = traffic.events(1_000);
        oracle.countAll(events);
        rig.send(events);
        rig.awaitAnnounced();
        first.stop();
        rig.resetGroup();
        rig.count("with back as (update ingest_partition set next_offset = 0 returning 1) select count(*) from back");
        injected++;
        rig.start(board);
        rig.awaitConsumed();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }
}
