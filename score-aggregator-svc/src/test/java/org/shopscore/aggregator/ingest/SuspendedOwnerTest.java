package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.Await;
import org.shopscore.platform.TcpProxy;

/** An owner that stands still in the middle of its transaction, with the fence rows locked and the connection open. */
class SuspendedOwnerTest {

    /** Before a group gives a silent member's partitions to another. */
    private static final Duration GROUP_PATIENCE = Duration.ofSeconds(10);

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();
    private final Traffic traffic = new Traffic(rig, 42);
    private final TcpProxy network = TcpProxy.to(rig.platform.ports().postgres());
    private Rig.Loop owner;

    @BeforeEach
    void anOwnerStandsStillInItsTransaction() throws SQLException {
        owner = rig.start(board, rig.pool(network.port()), rig.settings, Clock.systemUTC());
        send(600);
        rig.awaitAnnounced();
        try (var obstacle = obstacle()) {
            send(600);
            Rig.await("the transaction waits behind its fence", () -> sessions("wait_event_type = 'Lock'") > 0);
            network.blackHole();
            obstacle.rollback();
        }
        Rig.await("the database waits for the owner", () -> sessions("state = 'idle in transaction'") > 0);
    }

    @AfterEach
    void close() {
        network.close();
        rig.close();
    }

    @Test
    void theNextOwnerGoesOnBeforeTheGroupWouldGiveItThePartitions() {
        var others = rig.settings("-other");
        rig.start(board, rig.pool, others, Clock.systemUTC());
        rig.awaitConsumed(GROUP_PATIENCE);
        send(600);
        rig.awaitConsumed();
        owner.loop().stop();
        network.resume();
        owner.end();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void theOwnerThatWakesForgetsWhatItDidNotCommitAndTakesItsPartitionsAgain() {
        long epochs = rig.count("select sum(epoch)::bigint from ingest_partition");
        assertThat(Await.within(GROUP_PATIENCE, () -> sessions("state = 'idle in transaction'") == 0))
                .as("the transaction is ended by the database")
                .isTrue();
        network.resume();
        send(600);
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        assertThat(rig.count("select sum(epoch)::bigint from ingest_partition")).isGreaterThan(epochs);
    }

    /** Holds off what comes after the fence: the transaction writes positions, and taking a partition only reads them. */
    private Connection obstacle() throws SQLException {
        var connection = DriverManager.getConnection(rig.platform.jdbcUrl(rig.name), "postgres", "postgres");
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table sequence_position in share mode");
        }
        return connection;
    }

    private long sessions(String which) {
        return rig.count("select count(*) from pg_stat_activity where datname = '%s' and application_name = '%s' and %s"
                .formatted(rig.name, "vertx-pg-client", which));
    }

    private void send(int count) {
        var events = traffic.events(count);
        oracle.countAll(events);
        rig.send(events);
    }
}
