package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.owner.Partitions;
import org.shopscore.metric.BusinessDay;

/** Somebody deletes the topic and creates it again: its offsets begin again, and nothing that was counted is counted twice. */
class LogMadeAnewTest {

    private static final int LANE = 3;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whoTakesThePartitionsThenReadsTheNewLogFromItsBeginning() {
        var traffic = new Traffic(rig, 81);
        var before = rig.start(board);
        var counted = send(traffic, 1_500);
        rig.awaitAnnounced();
        before.stop();

        rig.makeLogAnew();
        rig.start(board);
        goOn(traffic, counted);
    }

    @Test
    void alsoWhenAllOfItHasGrownLongerThanTheOldOne() {
        var traffic = new Traffic(rig, 83);
        var before = rig.start(board);
        var counted = send(traffic, 300);
        rig.awaitAnnounced();
        before.stop();

        rig.makeLogAnew();
        send(traffic, 1_500);
        rig.start(board);
        goOn(traffic, counted);
    }

    @Test
    void whoOwnsThePartitionsMeanwhileDoesToo() {
        var traffic = new Traffic(rig, 82);
        rig.start(board);
        var counted = send(traffic, 1_500);
        rig.awaitAnnounced();

        rig.makeLogAnew();
        goOn(traffic, counted);
    }

    /** Relays send what nobody acknowledged once more. */
    private void goOn(Traffic traffic, List<Emitter.Sent> counted) {
        rig.send(counted.subList(0, 200));
        for (int round = 0; round < 4; round++) {
            send(traffic, 150);
            rig.awaitConsumed();
        }
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        rig.awaitAnnounced();
    }

    private List<Emitter.Sent> send(Traffic traffic, int count) {
        var events = traffic.events(count);
        oracle.countAll(events);
        rig.send(traffic.repeatedAndShuffled(new ArrayList<>(events)));
        return events;
    }

    /** By lane 3, three days were frozen at the offsets 10, 20 and 30; facts are left from the offsets 5, 15, 25 and 35. */
    @Test
    void lateFactsAreLeftForTheDaysThatDoNotHoldThem() {
        for (int day = 1; day <= 3; day++) {
            execute("insert into official_lane (stat_date, partition, frozen_offset) values ('2026-03-0" + day + "', "
                    + LANE + ", " + 10 * day + ")");
        }
        for (int offset = 5; offset <= 35; offset += 10) {
            execute(
                    "insert into late_fact (partition, record_offset, shop_id, day, first_stat_date, last_stat_date, amounts, ref)"
                            + " values (" + LANE + ", " + offset
                            + ", 'shop-1', '2026-02-20', '2026-03-01', '2026-03-20', '', 'order/1')");
        }
        var partitions = new Partitions(rig.pool);
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        var taken = Awaited.of(partitions.take(List.of(LANE), before, Instant.now()))
                .getFirst();
        Awaited.of(partitions.ofAnewLog(taken.of(after, 2)));

        assertThat(Awaited.of(partitions.take(List.of(LANE), before, Instant.now()))
                        .getFirst()
                        .logId())
                .isEqualTo(after);
        assertThat(rig.count("select next_offset from ingest_partition where partition = " + LANE))
                .isEqualTo(2);
        assertThat(rig.count("select count(*) from official_lane where frozen_offset = 2"))
                .isEqualTo(3);
        var left = new ArrayList<String>();
        rig.pool
                .query("select record_offset, last_stat_date from late_fact order by record_offset")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> left.add(row.getLong(0) + " " + row.getLocalDate(1)));
        assertThat(left).containsExactly("15 2026-03-01", "25 2026-03-02", "35 2026-03-03");
    }

    private void execute(String statement) {
        rig.pool.query(statement).execute().await().indefinitely();
    }
}
