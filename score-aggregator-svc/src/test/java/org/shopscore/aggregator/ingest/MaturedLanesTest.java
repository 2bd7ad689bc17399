package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.input.InputPagesRead;
import org.shopscore.aggregator.score.Matured;
import org.shopscore.metric.BusinessDay;

/** Owners count what matures as soon as a stored policy asks for it, and go on with it from day to day. */
class MaturedLanesTest {

    private static final int DAYS = 7;
    private static final String MATURED = "refund.due@" + DAYS;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aPolicyThatIsStoredIsCountedForByRunningOwnersOverDaysAndByThoseThatReadItAgain() {
        var first = start();
        var traffic = new Traffic(rig, 71);
        send(traffic);
        assertExact(false);

        store();
        assertExact(true);
        send(traffic);
        assertExact(true);
        for (int moved : new int[] {1, 2, 40}) {
            clock.move(Duration.ofDays(moved));
            assertExact(true);
            send(traffic);
            assertExact(true);
        }
        first.stop();
        board.lose();
        clock.move(Duration.ofDays(1));
        start();
        assertExact(true);
    }

    @Test
    void inputsAreFrozenWithWhatHadMaturedAndSayWhich() {
        start();
        send(new Traffic(rig, 72));
        store();
        assertExact(true);
        LocalDate day = BusinessDay.of(clock.instant()).minusDays(9);

        rig.pool
                .preparedQuery("insert into official_request (stat_date) values ($1)")
                .execute(Tuple.of(day))
                .await()
                .atMost(Rig.PATIENCE);
        Rig.await(
                "it is frozen",
                () -> rig.count("select count(*) from official_lane where stat_date = '" + day + "'") == 32);

        assertThat(rig.count("select count(*) from official_lane where stat_date = '" + day + "' and matured @> array['"
                        + MATURED + "', 'refund.on-time@" + DAYS + "']"))
                .isEqualTo(32);
        assertThat(InputPagesRead.of(rig.pool, day)).isEqualTo(expected(day, true));
    }

    private Rig.Loop start() {
        return rig.start(board, rig.pool, rig.settings, clock);
    }

    private void store() {
        rig.pool
                .preparedQuery(
                        "insert into policy_document (reference, document, policy_id, version) values ('exp-score-5/7', $1, 'exp-score-5', '7')")
                .execute(Tuple.of(Matured.document(DAYS)))
                .await()
                .atMost(Rig.PATIENCE);
    }

    private void send(Traffic traffic) {
        var events = traffic.events(1_000);
        oracle.countAll(events);
        rig.send(events);
        rig.awaitAnnounced();
    }

    private void assertExact(boolean isMatured) {
        LocalDate today = BusinessDay.of(clock.instant());
        Rig.await("announced sums are exact", () -> board.sums().equals(expected(today, isMatured)));
        assertThat(expected(today, isMatured).keySet().stream().anyMatch(key -> key.endsWith(MATURED)))
                .isEqualTo(isMatured && !expected(today.minusDays(DAYS), false).isEmpty());
    }

    /** The plain sums, and those of the window a week before of the measure that matures. */
    private Map<String, Long> expected(LocalDate today, boolean isMatured) {
        var sums = new TreeMap<>(oracle.sums(today));
        if (isMatured) {
            oracle.sums(today.minusDays(DAYS)).forEach((key, sum) -> {
                if (key.endsWith(" refund.due")) {
                    sums.put(key + "@" + DAYS, sum);
                }
            });
        }
        return sums;
    }
}
