package org.shopscore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Path DATA = Scratch.folder("recovery-test");

    @BeforeEach
    void startFromNothing() {
        Scratch.empty(DATA);
    }

    @Test
    void aFolderLeftHalfMadeIsMadeAgain() throws IOException {
        Files.createDirectories(DATA.resolve("postgres/data.new/base"));
        Files.writeString(DATA.resolve("postgres/data.new/PG_VERSION"), "");
        Files.createDirectories(DATA.resolve("kafka/log.new"));
        Files.writeString(DATA.resolve("kafka/log.new/meta.properties"), "version=1");

        try (Platform platform = Platform.start(DATA, Ports.free(), Durability.FAST)) {
            platform.createDatabase("whole");
            platform.createTopics();
        }
        assertThat(DATA.resolve("postgres/data.new")).doesNotExist();
        assertThat(DATA.resolve("kafka/log.new")).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftBehindIsEndedByTheNext() {
        Ports ports = Ports.free();
        Platform lost = Platform.start(DATA, ports, Durability.FAST);
        List<Long> pids = lost.stores().stream().map(LocalProcess::pid).toList();
        lost.redis().pause();

        try (Platform next = Platform.start(DATA, ports, Durability.FAST)) {
            assertThat(next.stores()).extracting(LocalProcess::pid).doesNotContainAnyElementsOf(pids);
            assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        }
        assertThat(Leftovers.in(DATA)).isEmpty();
    }

    @Test
    void aCommitOfAFastPostgresSurvivesTheKillRightAfterIt() throws SQLException {
        try (Platform platform = Platform.start(DATA, Ports.free(), Durability.FAST)) {
            for (int shop = 1; shop <= 3; shop++) {
                try (Connection connection = connection(platform);
                        Statement statement = connection.createStatement()) {
                    statement.execute("create table shop_" + shop + " (name text)");
                }
                platform.postgres().kill();
                platform.postgres().start();
            }
            try (Connection connection = connection(platform);
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select count(*) from pg_tables where tablename in ('shop_1', 'shop_2', 'shop_3')")) {
                found.next();
                assertThat(found.getInt(1)).isEqualTo(3);
            }
        }
    }

    private static Connection connection(Platform platform) throws SQLException {
        return DriverManager.getConnection(platform.jdbcUrl("postgres"), "postgres", "postgres");
    }

    @Test
    void aPortThatNobodyIsSeenToHoldIsWaitedFor() throws IOException {
        try (Socket unseen = new Socket()) {
            unseen.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = unseen.getLocalPort();
            assertThat(Ports.isFree(port)).isFalse();
            CompletableFuture<Void> released = CompletableFuture.runAsync(
                    () -> closeQuietly(unseen), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            new PortSetting("Kafka", "SHOPSCORE_KAFKA_PORT", port).requireFree(port);
            assertThat(released).isDone();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTakenPortIsNamedWithItsHolderAndItsVariable() throws IOException {
        Ports free = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(free.postgres(), taken.getLocalPort(), free.kafka(), free.kafkaController());
            assertThatThrownBy(() -> Platform.start(DATA, ports, Durability.FAST))
                    .isInstanceOf(PlatformProblem.class)
                    .hasMessage(
                            "Port %d (Redis) is taken by java (pid %d): stop that, or choose another port with SHOPSCORE_REDIS_PORT=…",
                            taken.getLocalPort(), ProcessHandle.current().pid());
        }
        assertThat(Leftovers.in(DATA)).isEmpty();
    }

    @Test
    void aPortThatIsNoPortIsRefused() {
        assertThat(Ports.of(Map.of("SHOPSCORE_KAFKA_PORT", "29092"))).isEqualTo(new Ports(15432, 16379, 29092, 19093));
        assertThatThrownBy(() -> Ports.of(Map.of("SHOPSCORE_KAFKA_PORT", "65536")))
                .hasMessage("SHOPSCORE_KAFKA_PORT must be a port from 1 to 65535, was \"65536\"");
    }

    @Test
    void aStoreThatCannotStartShowsTheEndOfItsLog() throws IOException {
        Platform.start(DATA, Ports.free(), Durability.FAST).close();
        Files.writeString(DATA.resolve("postgres/data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> Platform.start(DATA, Ports.free(), Durability.FAST))
                .isInstanceOf(PlatformProblem.class)
                .hasMessageContaining("initialized by PostgreSQL version 12");
        assertThat(Leftovers.in(DATA)).isEmpty();
    }
}
