package org.shopscore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private final Path data = Path.of("target", "recovery-test").toAbsolutePath();

    @BeforeEach
    void startFromNothing() {
        Leftovers.end(data);
        Folders.delete(data);
    }

    @Test
    void aFolderLeftHalfMadeIsMadeAgain() throws IOException {
        Files.createDirectories(data.resolve("postgres/data.new/base"));
        Files.writeString(data.resolve("postgres/data.new/PG_VERSION"), "");
        Files.createDirectories(data.resolve("kafka/log.new"));
        Files.writeString(data.resolve("kafka/log.new/meta.properties"), "version=1");

        try (Platform platform = Platform.start(data, Ports.free(), Durability.FAST)) {
            platform.createDatabase("whole");
            platform.createTopics();
        }
        assertThat(data.resolve("postgres/data.new")).doesNotExist();
        assertThat(data.resolve("kafka/log.new")).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftBehindIsEndedByTheNext() {
        Ports ports = Ports.free();
        Platform lost = Platform.start(data, ports, Durability.FAST);
        List<Long> pids = lost.stores().stream().map(LocalProcess::pid).toList();
        lost.redis().pause();

        try (Platform next = Platform.start(data, ports, Durability.FAST)) {
            assertThat(next.stores()).extracting(LocalProcess::pid).doesNotContainAnyElementsOf(pids);
            assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        }
        assertThat(Leftovers.in(data)).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithItsHolderAndItsVariable() throws IOException {
        Ports free = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(free.postgres(), taken.getLocalPort(), free.kafka(), free.kafkaController());
            assertThatThrownBy(() -> Platform.start(data, ports, Durability.FAST))
                    .isInstanceOf(PlatformProblem.class)
                    .hasMessage(
                            "Port %d (Redis) is taken by java (pid %d): stop that, or choose another port with SHOPSCORE_REDIS_PORT=…",
                            taken.getLocalPort(), ProcessHandle.current().pid());
        }
        assertThat(Leftovers.in(data)).isEmpty();
    }

    @Test
    void aPortThatIsNoPortIsRefused() {
        assertThat(Ports.of(Map.of("SHOPSCORE_KAFKA_PORT", "29092"))).isEqualTo(new Ports(15432, 16379, 29092, 19093));
        assertThatThrownBy(() -> Ports.of(Map.of("SHOPSCORE_KAFKA_PORT", "65536")))
                .hasMessage("SHOPSCORE_KAFKA_PORT must be a port from 1 to 65535, was \"65536\"");
    }

    @Test
    void aStoreThatCannotStartShowsTheEndOfItsLog() throws IOException {
        Platform.start(data, Ports.free(), Durability.FAST).close();
        Files.writeString(data.resolve("postgres/data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> Platform.start(data, Ports.free(), Durability.FAST))
                .isInstanceOf(PlatformProblem.class)
                .hasMessageContaining("initialized by PostgreSQL version 12");
        assertThat(Leftovers.in(data)).isEmpty();
    }
}
