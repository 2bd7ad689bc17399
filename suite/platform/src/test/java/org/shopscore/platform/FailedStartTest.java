package org.shopscore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedStartTest {

    private static final Path DATA = Scratch.folder("failed-start-test");

    @BeforeEach
    void startFromNothing() {
        Scratch.empty(DATA);
    }

    @Test
    void aBrokerThatCannotHaveItsPortEndsAndSaysWhyWithoutAStackTrace() throws IOException {
        Ports ports = Ports.free();
        LocalProcess kafka = new LocalProcess(new Kafka(DATA, ports.kafka(), ports.kafkaController(), Durability.FAST));
        try (ServerSocket taken = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(kafka::start)
                    .isInstanceOf(PlatformProblem.class)
                    .hasMessageContaining("kafka ended at its start")
                    .hasMessageContaining("Address already in use")
                    .hasMessageNotContaining("\tat ");
        }
    }

    @Test
    void theHolderOfAPortThatWasTakenDuringTheStartIsNamed() throws Exception {
        Ports ports = Ports.free();
        CompletableFuture<ServerSocket> thief = CompletableFuture.supplyAsync(() -> takeOnceKafkaRuns(ports.kafka()));
        assertThatThrownBy(() -> Platform.start(DATA, ports, Durability.FAST))
                .isInstanceOf(PlatformProblem.class)
                .hasMessageStartingWith("Port %d (Kafka) is taken by java (pid ".formatted(ports.kafka()));
        thief.get().close();
        assertThat(Leftovers.in(DATA)).isEmpty();
    }

    private ServerSocket takeOnceKafkaRuns(int port) {
        try {
            Await.within(Duration.ofSeconds(30), () -> Files.exists(DATA.resolve("kafka/kafka.pid")));
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptedCallerStopsTheStoresInGoodOrderAllTheSame() throws IOException {
        Platform platform = Platform.start(DATA, Ports.free(), Durability.FAST);
        Thread.currentThread().interrupt();
        platform.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Leftovers.in(DATA)).isEmpty();
        assertThat(Files.readString(platform.postgres().log())).contains("database system is shut down");
        assertThat(Files.readString(platform.redis().log())).contains("Redis is now ready to exit");
    }

    @Test
    void onlyWhatAFailedStartWroteIsShown() throws IOException {
        Platform.start(DATA, Ports.free(), Durability.FAST).close();
        Files.writeString(DATA.resolve("postgres/data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> Platform.start(DATA, Ports.free(), Durability.FAST))
                .hasMessageContaining("initialized by PostgreSQL version 12")
                .hasMessageNotContaining("database system is shut down");
        assertThat(Leftovers.in(DATA)).isEmpty();
    }
}
