package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.day.Freezes;
import org.shopscore.aggregator.ingest.day.FrozenInputs;
import org.shopscore.aggregator.ingest.lane.LaneShops;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.lane.Window;
import org.shopscore.aggregator.ingest.owner.Partitions;
import org.shopscore.aggregator.ingest.owner.WantedMaturing;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.official.run.Pace;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.Maturing;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Sources;

/** The inputs of a day are what the log took before its cut-off: every partition for itself, whoever owns it, once. */
class FreezeTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Rig rig = Rig.withTimesOfItsOwn();
    private final Board board = new Board();
    private final MovableClock clock = new MovableClock();
    private final LocalDate day = StatDay.newest(Instant.now()).plusDays(1);
    private final Instant cutoff = StatDay.cutoff(day);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatTheLogTookBeforeTheCutoffIsFrozenAndNothingElse() {
        var traffic = new Traffic(rig, 71);
        var inTime = new Oracle();
        var late = new Oracle();
        rig.start(board, rig.pool, rig.settings, clock);
        send(traffic.events(800), cutoff.minusMillis(1), inTime);
        send(traffic.events(800), cutoff, late);
        closeTheDay(traffic);

        assertThat(frozen()).isEqualTo(inTime.sums(day));
        assertThat(lateAmounts()).isEqualTo(late.sums(day));
    }

    @Test
    void theNextOwnerFreezesWhatTheOneBeforeHadNotAndARepeatedLogFreezesNothingAgain() {
        var traffic = new Traffic(rig, 72);
        var inTime = new Oracle();
        var first = rig.start(board, rig.pool, rig.settings, clock);
        send(traffic.events(500), cutoff.minusMillis(1), inTime);
        rig.awaitAnnounced();
        first.stop();
        send(traffic.events(300), cutoff.minusMillis(1), inTime);
        send(traffic.events(500), cutoff.plusMillis(1), new Oracle());

        var second = rig.start(board, rig.pool, rig.settings, clock);
        closeTheDay(traffic);
        assertThat(frozen()).isEqualTo(inTime.sums(day));
        long lateFacts = rig.count("select count(*) from late_fact");

        second.stop();
        rig.resetGroup();
        rig.start(board, rig.pool, rig.settings, clock);
        rig.awaitAnnounced();
        assertThat(frozen()).isEqualTo(inTime.sums(day));
        assertThat(rig.count("select count(*) from late_fact")).isEqualTo(lateFacts);
    }

    @Test
    void severalDaysThatPassedAtOnceAreFrozenOneAfterTheOther() {
        var traffic = new Traffic(rig, 73);
        var known = new Oracle();
        send(traffic.events(400), cutoff.minusMillis(1), known);
        rig.start(board, rig.pool, rig.settings, clock);
        rig.awaitAnnounced();
        clock.move(Duration.ofDays(3));
        heartbeats(traffic, cutoff.plus(Duration.ofDays(2)));

        Rig.await(
                "three days of each partition",
                () -> rig.count("select count(*) from official_lane where stat_date >= '" + day + "'") == 3 * 32);
        for (int passed = 0; passed < 3; passed++) {
            assertThat(frozen(day.plusDays(passed))).isEqualTo(known.sums(day.plusDays(passed)));
        }
    }

    /** Nothing of it is left in the last windows, and nobody registered it: it has a score all the same, and loses it by no silence. */
    @Test
    void aShopThatWasInADayIsInEveryDayAfter() {
        var traffic = new Traffic(rig, 79);
        send(traffic.events(400), cutoff.minusMillis(1), new Oracle());
        rig.start(board, rig.pool, rig.settings, clock);
        rig.awaitAnnounced();
        clock.move(Duration.ofDays(33));
        heartbeats(traffic, cutoff.plus(Duration.ofDays(32)));
        Rig.await(
                "all days of each partition",
                () -> rig.count("select count(*) from official_lane where stat_date >= '" + day + "'") == 33 * 32);

        assertThat(shops(day)).isNotEmpty();
        assertThat(frozen(day.plusDays(32))).isEmpty();
        assertThat(shops(day.plusDays(32))).isEqualTo(shops(day));
    }

    @Test
    void whenTheFeedsAreSilentTheDayIsFrozenAtTheDeadline() {
        var traffic = new Traffic(rig, 74);
        var known = new Oracle();
        rig.start(board, rig.pool, rig.settings, clock);
        send(traffic.events(300), cutoff.minusMillis(1), known);
        rig.awaitAnnounced();
        assertThat(rig.count("select count(*) from official_lane")).isZero();

        reachDeadline();
        Rig.await("every partition is frozen", this::isFrozen);
        assertThat(frozen()).isEqualTo(known.sums(day));
    }

    @Test
    void aPartitionThatNeverHadARecordIsFrozenAtTheDeadlineToo() {
        var owner = rig.start(board, rig.pool, rig.settings, clock);
        Rig.await(
                "it owns all partitions",
                () -> owner.loop().status().partitions().size() == Lane.COUNT);
        reachDeadline();
        Rig.await("every partition is frozen", this::isFrozen);
        assertThat(frozen()).isEmpty();
    }

    @Test
    void aPartitionWithRecordsThatNobodyHasReadIsNotFrozenAtTheDeadline() {
        var window = Window.endingOn(BusinessDay.of(clock.instant()));
        var lanes =
                Awaited.of(new Partitions(rig.pool).take(List.of(3, 4), UUID.randomUUID(), clock.instant())).stream()
                        .map(taken -> new LaneState(taken, new LaneShops(), 0, 0, window.counting(Maturing.NONE)))
                        .toList();
        var freezes = new Freezes(
                new FrozenInputs(rig.pool, new WantedMaturing(rig.pool, new MeasureBook(rig.pool))),
                clock,
                new Pace(100));
        reachDeadline();
        Rig.await("the partition that is read is frozen", () -> {
            freezes.step(lanes, lane -> lane.partition() == 3);
            return rig.count("select count(*) from official_lane where partition = 3") == 1;
        });
        assertThat(rig.count("select count(*) from official_lane")).isEqualTo(1);
    }

    @Test
    void whatTheLogTookBeforeTheCutoffButNobodyHadReadWhenTheDayWasFrozenCorrectsIt() {
        var traffic = new Traffic(rig, 75);
        rig.start(board, rig.pool, rig.settings, clock);
        heartbeats(traffic, cutoff.minus(AN_HOUR));
        rig.awaitConsumed();
        reachDeadline();
        Rig.await("every partition is frozen", this::isFrozen);

        var unread = new Oracle();
        send(traffic.events(300), cutoff.minusMillis(1), unread);
        rig.awaitConsumed();
        assertThat(frozen()).isEmpty();
        assertThat(lateAmounts()).isEqualTo(unread.sums(day));
    }

    @Test
    void whatIsTakenBackIsTakenFromTheDaysThatCountedItAlone() {
        var traffic = new Traffic(rig, 76);
        rig.start(board, rig.pool, rig.settings, clock);
        heartbeats(traffic, cutoff.minus(AN_HOUR));
        rig.awaitConsumed();
        clock.move(Duration.ofDays(3));
        heartbeats(traffic, cutoff.plus(Duration.ofDays(2)));
        Rig.await(
                "three days of each partition",
                () -> rig.count("select count(*) from official_lane where stat_date >= '" + day + "'") == 3 * 32);

        Instant known = cutoff.plus(Duration.ofDays(2)).plus(AN_HOUR);
        var emitter = traffic.emitter(Sources.AFTER_SALES);
        rig.deliver(List.of(
                emitter.emit(takenBack("counted-at-once", known, Optional.empty()))
                        .at(known),
                emitter.emit(takenBack("a-day-later", known, Optional.of(cutoff.plus(AN_HOUR))))
                        .at(known),
                emitter.emit(takenBack("never-counted", known, Optional.of(known)))
                        .at(known)));
        rig.awaitConsumed();

        var corrected = new TreeMap<String, String>();
        for (Row row : rig.pool
                .query("select shop_id, first_stat_date, last_stat_date from late_fact")
                .execute()
                .await()
                .atMost(Rig.PATIENCE)) {
            corrected.put(row.getString(0), row.getLocalDate(1) + ".." + row.getLocalDate(2));
        }
        assertThat(corrected)
                .isEqualTo(Map.of(
                        "counted-at-once", day + ".." + day.plusDays(2),
                        "a-day-later", day.plusDays(1) + ".." + day.plusDays(2)));
    }

    private void reachDeadline() {
        clock.move(Duration.between(clock.instant(), StatDay.deadline(day)));
    }

    /** A rating of an order that was signed for on the day. */
    private MetricEvent takenBack(String shop, Instant at, Optional<Instant> since) {
        var change = new Change(
                BusinessDay.start(day).plus(AN_HOUR), new TreeMap<>(Map.of(Measures.REVIEW_ORDERS_RATED, -1L)));
        return new MetricEvent(
                shop, at, "review/" + shop, Optional.of("review-removed"), since, List.of(change), List.of());
    }

    private void closeTheDay(Traffic traffic) {
        heartbeats(traffic, cutoff.plus(AN_HOUR));
        Rig.await("every partition is frozen", this::isFrozen);
        rig.awaitConsumed();
    }

    /** One in each partition. */
    private void heartbeats(Traffic traffic, Instant known) {
        var emitter = traffic.emitter(Sources.LOGISTICS);
        for (int lane = 0; lane < 32; lane++) {
            rig.deliver(List.of(emitter.heartbeat(lane, Instant.now()).at(known)));
        }
    }

    private boolean isFrozen() {
        return rig.count("select count(*) from official_lane where stat_date = '" + day + "'") == 32;
    }

    private void send(List<Emitter.Sent> events, Instant known, Oracle oracle) {
        oracle.countAll(events);
        rig.deliver(events.stream().map(sent -> sent.at(known)).toList());
    }

    private Map<String, Long> frozen() {
        return frozen(day);
    }

    /** "shop measure" to the sum that is frozen for the day. */
    private Map<String, Long> frozen(LocalDate statDate) {
        var sums = new TreeMap<String, Long>();
        inputs(statDate)
                .forEach(input -> input.sums()
                        .named()
                        .amounts()
                        .forEach((measure, sum) -> sums.merge(input.shopId() + " " + measure, sum, Long::sum)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private Set<String> shops(LocalDate statDate) {
        return inputs(statDate).stream().map(Input::shopId).collect(Collectors.toSet());
    }

    private List<Input> inputs(LocalDate statDate) {
        var inputs = new Inputs(new MeasureBook(rig.pool));
        var all = new ArrayList<Input>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            inputs.frozen(rig.pool, statDate, lane)
                    .collect()
                    .asList()
                    .await()
                    .atMost(Rig.PATIENCE)
                    .forEach(all::addAll);
        }
        return all;
    }

    /** "shop measure" to what became known too late for the day. */
    private Map<String, Long> lateAmounts() {
        return amounts("select shop_id, amounts from late_fact where '" + day
                + "' between first_stat_date and last_stat_date");
    }

    private Map<String, Long> amounts(String query) {
        var ids = new MeasureBook(rig.pool).read().await().atMost(Rig.PATIENCE);
        var amounts = new TreeMap<String, Long>();
        for (Row row : rig.pool.query(query).execute().await().atMost(Rig.PATIENCE)) {
            ids.named(row.getBuffer("amounts").getBytes())
                    .forEach((measure, amount) ->
                            amounts.merge(row.getString("shop_id") + " " + measure, amount, Long::sum));
        }
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }
}
