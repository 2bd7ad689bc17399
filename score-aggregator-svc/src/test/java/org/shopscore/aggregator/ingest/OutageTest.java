package org.shopscore.aggregator.ingest;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;

/** The stores die and come back while events keep coming. */
class OutageTest {

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
        System.out.println("OutageTest: " + injected + " faults injected");
    }

    @Test
    void aDatabaseThatIsKilledAndStartedAgainCostsTimeAndNothingElse() {
        var traffic = new Traffic(rig, 60);
        rig.start(board);
        for (int round = 0; round < 2; round++) {
            send(traffic);
            rig.platform.postgres().kill();
            injected++;
            send(traffic);
            rig.platform.postgres().start();
            send(traffic);
        }
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void aBrokerThatIsKilledAndStartedAgainCostsTimeAndNothingElse() {
        var traffic = new Traffic(rig, 61);
        rig.start(board);
        send(traffic);
        rig.platform.kafka().kill();
        injected++;
        rig.platform.kafka().start();
        send(traffic);
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void whatWasAnnouncedAndIsLostIsAnnouncedAgainWholeWithoutANewEvent() {
        var traffic = new Traffic(rig, 62);
        rig.start(board);
        send(traffic);
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        board.lose();
        injected++;
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    /** It may have been told to some: under its version nobody else is told anything different. */
    @Test
    void whatCouldNotBeAnnouncedIsLearnedAnewEachTime() {
        rig.start(board);
        board.breakDown();
        injected++;
        send(new Traffic(rig, 65));
        for (int round = 0; round < 4; round++) {
            int learned = board.learned();
            int refused = board.refused();
            Rig.await("it was refused", () -> board.refused() > refused && board.learned() > learned);
        }
    }

    @Test
    void aShopWithNothingInTheWindowIsAnnouncedAgainWithAllOthers() {
        board.registered("茶-never-counted");
        rig.start(board);
        board.lose();
        injected++;
        Rig.await("the shop was announced", () -> board.announced().contains("茶-never-counted"));
    }

    @Test
    void aShopWithNothingInTheWindowIsAnnouncedWithAllOthersOfAPartitionThatIsReadAnew() {
        board.registered("茶-never-counted");
        rig.pool
                .query("update ingest_partition set tell_all = true")
                .execute()
                .await()
                .atMost(Rig.PATIENCE);
        injected++;
        rig.start(board);
        Rig.await("the shop was announced", () -> board.announced().contains("茶-never-counted"));
    }

    @Test
    void theNextOwnerAnnouncesShopsThatItNeverHeardOfWhenTheyAreLost() {
        var traffic = new Traffic(rig, 63);
        var first = rig.start(board);
        send(traffic);
        rig.awaitAnnounced();
        first.stop();
        board.lose();
        injected++;
        rig.start(board);
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void theOwnerLearnsWhatIsNewWhileTheOthersDoNotAnswer() {
        var traffic = new Traffic(rig, 64);
        rig.start(board);
        board.hang();
        injected++;
        for (int round = 0; round < 3; round++) {
            int learned = board.learned();
            send(traffic);
            Rig.await("something was learned", () -> board.learned() > learned);
        }
    }

    private void send(Traffic traffic) {
        var events = traffic.events(500);
        oracle.countAll(events);
        rig.send(events);
    }
}
