package org.shopscore.aggregator.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.CutPoint;
import org.shopscore.platform.TcpProxy;

/** Whatever ends between the poll and the group offset, every event counts once and every shop is announced. */
class CrashTest {

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
        System.out.println("CrashTest: " + injected + " faults injected");
    }

    @ParameterizedTest
    @EnumSource(CutPoint.Where.class)
    void aConnectionCutAtTheCommitLosesNothingAndCountsNothingTwice(CutPoint.Where where) {
        var traffic = new Traffic(rig, where.name().hashCode());
        try (var proxy = TcpProxy.to(rig.platform.ports().postgres())) {
            rig.start(board, rig.pool(proxy.port()), rig.settings, Clock.systemUTC());
            for (int round = 0; round < 4; round++) {
                var cut = proxy.cutWhenSent("COMMIT".getBytes(UTF_8), where);
                var events = traffic.events(300);
                oracle.countAll(events);
                rig.send(events);
                Rig.await("a commit is cut", cut::isDone);
                injected++;
                rig.awaitConsumed();
            }
            rig.awaitAnnounced();
            rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        }
    }

    @Test
    void anEndBetweenCommitAndAnnouncementIsMadeUpForByTheNextOwner() {
        var traffic = new Traffic(rig, 30);
        var events = traffic.events(500);
        oracle.countAll(events);
        board.breakDown();
        var first = rig.start(board);
        rig.send(events);
        rig.awaitConsumed();
        Rig.await("an announcement was refused", () -> board.refused() > 0);
        first.stop();
        injected++;
        var next = new Board();
        rig.start(next);
        rig.assertExact(oracle, next, BusinessDay.of(Instant.now()));
    }

    @Test
    void theGroupOffsetNeverPassesAnAnnouncement() {
        var traffic = new Traffic(rig, 31);
        rig.start(board);
        rig.awaitAnnounced();
        long before = rig.groupOffset();
        board.breakDown();
        var events = traffic.events(800);
        oracle.countAll(events);
        rig.send(events);
        rig.awaitConsumed();
        int refused = board.refused();
        Rig.await("announcements were refused again", () -> board.refused() >= refused + 64);
        assertThat(rig.groupOffset()).isEqualTo(before);
        injected += board.refused();
        board.mend();
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void anEndBetweenAnnouncementAndOffsetOnlyAnnouncesAgain() {
        var traffic = new Traffic(rig, 32);
        var events = traffic.events(500);
        oracle.countAll(events);
        var first = rig.start(board);
        rig.send(events);
        rig.awaitAnnounced();
        first.stop();
        rig.resetGroup();
        injected++;
        int announced = board.announced().size();
        rig.start(board);
        Rig.await("shops are announced again", () -> board.announced().size() >= announced + shops(events));
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    private static int shops(java.util.List<Emitter.Sent> events) {
        var shops = new HashSet<String>();
        events.forEach(sent -> shops.add(sent.event().orElseThrow().shopId()));
        return shops.size();
    }
}
