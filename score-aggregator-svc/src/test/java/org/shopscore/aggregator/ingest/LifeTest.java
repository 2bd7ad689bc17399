package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.metric.SequenceRange;
import org.shopscore.metric.Sources;

/** Numbers that are lost, late, repaired, or given again by another life of the database. */
class LifeTest {

    private static final String DATABASE = "6f1c0c3e-0004-4000-8000-000000000000";
    private static final String SHOP = "shop-1";
    private static final int LANE = Lane.of(SHOP);
    private static int injected;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();
    private final Emitter first = rig.emitter(Sources.LOGISTICS, DATABASE + "-00000001");

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void say() {
        System.out.println("LifeTest: " + injected + " faults injected");
    }

    @Test
    void aHeartbeatOfAClockThatIsAheadProvesNothingOfTheTimeToCome() {
        rig.start(board);
        rig.send(List.of(first.heartbeat(LANE, Instant.now().plus(Duration.ofHours(10)))));
        injected++;
        Rig.await(
                "the heartbeat is known",
                () -> rig.count("select count(*) from sequence_position where complete_until is not null") == 1);
        assertThat(rig.count("select count(*) from sequence_position where complete_until > now() + interval '1 hour'"))
                .isZero();
    }

    @Test
    void aLostEventIsAHoleThatTheLateEventCloses() {
        var events = events(first, 10);
        oracle.countAll(without(events, 4));
        rig.start(board);
        rig.send(without(events, 4));
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, today());
        assertThat(openHoles()).containsExactly("5..5 missing");
        injected++;
        rig.send(List.of(oracleCounted(events.get(4))));
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, today());
        assertThat(openHoles()).isEmpty();
        assertThat(rig.count("select count(*) from sequence_hole where closed_at is not null and from_number = 5"))
                .isEqualTo(1);
    }

    @Test
    void aStandbyThatGivesNumbersAgainIsAnotherLifeAndNothingOfItIsDropped() {
        var events = events(first, 10);
        var promoted = first.promoted(DATABASE + "-00000002", 3);
        var again = events(promoted, 5);
        oracle.countAll(events);
        oracle.countAll(again);
        injected++;
        rig.start(board);
        rig.send(events);
        rig.awaitConsumed();
        rig.send(again);
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, today());
        assertThat(openHoles()).containsExactly("1..7 before-start");
    }

    @Test
    void aSourceThatNobodyKnowsStartsAtOneSoWhatIsBeforeIsMissing() {
        var events = events(first, 4);
        injected++;
        rig.start(board);
        rig.send(events.subList(2, 4));
        rig.awaitAnnounced();
        assertThat(openHoles()).containsExactly("1..2 missing");
    }

    @Test
    void aRepairClosesTheHolesItNamesAndTheLostEventIsADuplicateWhenItTurnsUp() {
        var events = events(first, 10);
        rig.start(board);
        rig.send(without(events, 4));
        oracle.countAll(without(events, 4));
        rig.awaitConsumed();
        var repair = first.emit(
                SHOP,
                Instant.now(),
                events.get(4).event().orElseThrow().changes(),
                List.of(new SequenceRange(first.incarnation(), 5, 5)));
        injected++;
        rig.send(List.of(oracleCounted(repair), events.get(4)));
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, today());
        assertThat(openHoles()).isEmpty();
    }

    @Test
    void heartbeatsProveCompletenessOnlyWhileNothingIsMissing() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
        var events = events(first, 3);
        rig.start(board);
        rig.send(events);
        rig.send(List.of(first.heartbeat(LANE, then)));
        Rig.await("complete until the heartbeat", () -> then.equals(completeUntil()));
        var lost = events(first, 1);
        rig.send(List.of(first.heartbeat(LANE, then.plusSeconds(30))));
        injected++;
        rig.awaitConsumed();
        assertThat(openHoles()).containsExactly("5..5 missing");
        assertThat(completeUntil()).isEqualTo(then);
        rig.send(lost);
        rig.send(List.of(first.heartbeat(LANE, then.plusSeconds(60))));
        Rig.await("complete again", () -> then.plusSeconds(60).equals(completeUntil()));
    }

    /** What is behind the proof waits to be announced. */
    @Test
    void othersHearOfNoProofBeforeTheyHaveWhatItSaysToBeThere() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        board.breakDown();
        rig.start(board);
        injected++;
        rig.send(events(first, 5));
        rig.send(List.of(first.heartbeat(LANE, then)));
        Rig.await("the owner knows", () -> then.equals(completeUntil()));
        Rig.await("it was tried to announce it", () -> board.refused() > 0);
        assertThat(board.announcedFeeds(LANE)).isNull();

        board.mend();
        Rig.await(
                "others know",
                () -> board.announcedFeeds(LANE) != null
                        && then.equals(
                                board.announcedFeeds(LANE).completeUntil().get(Sources.LOGISTICS)));
        assertThat(board.sums()).isNotEmpty();
    }

    @Test
    void aHoleOfMoreThanAMinuteMakesItsShopsIncomplete() {
        var clock = new MovableClock();
        var events = events(first, 5);
        rig.start(board, rig.pool, rig.settings, clock);
        rig.send(without(events, 1));
        injected++;
        rig.awaitConsumed();
        Rig.await("feeds are told", () -> board.feeds(LANE) != null);
        assertThat(board.feeds(LANE).reasons()).isEmpty();
        clock.move(Duration.ofSeconds(90));
        Rig.await("the hole is told", () -> !board.feeds(LANE).reasons().isEmpty());
        assertThat(board.feeds(LANE).reasons().getFirst()).startsWith("1 event of /logistics-svc is missing since ");
        rig.send(events.subList(1, 2));
        Rig.await("it is complete again", () -> board.feeds(LANE).reasons().isEmpty());
    }

    private Instant completeUntil() {
        return board.feeds(LANE) == null
                ? null
                : board.feeds(LANE).completeUntil().get(Sources.LOGISTICS);
    }

    private Emitter.Sent oracleCounted(Emitter.Sent sent) {
        oracle.count(sent);
        return sent;
    }

    private static List<Emitter.Sent> events(Emitter emitter, int count) {
        var events = new ArrayList<Emitter.Sent>();
        for (int n = 0; n < count; n++) {
            var paid = new Change(Instant.now(), new TreeMap<>(Map.of(Measures.ORDER_PAID, 1L + n)));
            events.add(emitter.emit(SHOP, Instant.now(), paid));
        }
        return events;
    }

    private static List<Emitter.Sent> without(List<Emitter.Sent> events, int at) {
        var rest = new ArrayList<>(events);
        rest.remove(at);
        return rest;
    }

    private List<String> openHoles() {
        var holes = new ArrayList<String>();
        rig.pool
                .query("select * from sequence_hole where closed_at is null order by incarnation, from_number")
                .execute()
                .await()
                .atMost(Rig.PATIENCE)
                .forEach(row -> holes.add(
                        row.getLong("from_number") + ".." + row.getLong("to_number") + " " + row.getString("reason")));
        return holes;
    }

    private static java.time.LocalDate today() {
        return BusinessDay.of(Instant.now());
    }
}
