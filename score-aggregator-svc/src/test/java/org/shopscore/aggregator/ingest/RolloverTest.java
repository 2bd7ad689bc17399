package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;

/** At midnight in Shanghai the window moves on for every shop that it concerns. */
class RolloverTest {

    private static int injected;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void say() {
        System.out.println("RolloverTest: " + injected + " faults injected");
    }

    @Test
    void sumsFollowTheWindowFromDayToDay() {
        start(board);
        send(51);
        rig.assertExact(oracle, board, today());
        for (int day = 0; day < 3; day++) {
            clock.move(Duration.ofDays(1));
            injected++;
            rig.assertExact(oracle, board, today());
            Rig.await("the day is done", () -> rolled() == 32);
        }
        clock.move(Duration.ofDays(40));
        rig.assertExact(oracle, board, today());
    }

    @Test
    void shopsThatAreNotInMemoryMoveOnToo() {
        var first = start(board);
        send(52);
        rig.awaitAnnounced();
        first.stop();
        clock.move(Duration.ofDays(2));
        injected++;
        start(board);
        rig.assertExact(oracle, board, today());
    }

    @Test
    void anEndInTheMiddleOfTheChangeRepeatsIt() {
        var first = start(board);
        send(53);
        rig.awaitAnnounced();
        board.breakDown();
        int refused = board.refused();
        clock.move(Duration.ofDays(1));
        Rig.await("the change was refused", () -> board.refused() > refused);
        first.stop();
        injected++;
        assertThat(rolled()).isZero();
        var next = board;
        next.mend();
        start(next);
        rig.assertExact(oracle, next, today());
        Rig.await("the day is done", () -> rolled() == 32);
    }

    @Test
    void sumsMoveOnWhereAnOwnerWithAFastClockHadAnnouncedTheDay() {
        var traffic = new Traffic(rig, 54);
        var fast = new MovableClock();
        fast.move(Duration.ofDays(1));
        var first = rig.start(board, rig.pool, rig.settings, fast);
        send(traffic);
        rig.assertExact(oracle, board, today().plusDays(1));
        first.stop();
        injected++;

        start(board);
        send(traffic);
        rig.assertExact(oracle, board, today());
        assertThat(rolled()).as("what was told since is of the day before").isEqualTo(32);

        clock.move(Duration.ofDays(1));
        rig.assertExact(oracle, board, today());
        Rig.await("the day is done", () -> rolled() == 32);
    }

    private Rig.Loop start(Board where) {
        return rig.start(where, rig.pool, rig.settings, clock);
    }

    private void send(long seed) {
        send(new Traffic(rig, seed));
    }

    /** Of every shop. */
    private void send(Traffic traffic) {
        var events = traffic.events(1_500);
        oracle.countAll(events);
        rig.send(events);
        rig.awaitAnnounced();
    }

    private long rolled() {
        return rig.count("select count(*) from ingest_partition where rolled_to = '" + today() + "'");
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }
}
