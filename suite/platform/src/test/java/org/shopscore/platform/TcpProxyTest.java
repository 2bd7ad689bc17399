package org.shopscore.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TcpProxyTest {

    private static final int ANSWER_MILLIS = 30_000;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CompletableFuture<Void> serverEnd = new CompletableFuture<>();
    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void startAnEcho() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                echo();
            }
        });
        proxy = TcpProxy.to(server.getLocalPort());
    }

    private void echo() {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                heard.write(b);
                socket.getOutputStream().write(b);
            }
            serverEnd.complete(null);
        } catch (IOException e) {
            serverEnd.completeExceptionally(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void whatIsSentComesBack() throws IOException {
        try (Socket client = client()) {
            assertThat(say(client, "COMMIT")).isEqualTo("COMMIT");
        }
        assertThat(Await.within(Duration.ofSeconds(30), () -> proxy.connections() == 0))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE,begin;", "MIDDLE,begin;COM", "AFTER,begin;COMMIT"})
    void theServerHearsExactlyWhatTheCutLetsThrough(CutPoint.Where where, String expected) throws Exception {
        CompletableFuture<Void> cut = proxy.cutWhenSent("COMMIT".getBytes(US_ASCII), where);
        try (Socket client = client()) {
            client.getOutputStream().write("begin;COMMIT;more".getBytes(US_ASCII));
            cut.get(30, TimeUnit.SECONDS);
            assertThatThrownBy(() -> hear(client, 100)).isInstanceOf(SocketException.class);
        }
        assertThat(Await.within(
                        Duration.ofSeconds(30), () -> heard.toString(US_ASCII).equals(expected)))
                .as("heard %s", heard)
                .isTrue();
    }

    @Test
    void aCutIsFoundAcrossTwoWrites() throws Exception {
        CompletableFuture<Void> cut = proxy.cutWhenSent("COMMIT".getBytes(US_ASCII), CutPoint.Where.AFTER);
        try (Socket client = client()) {
            assertThat(say(client, "..COM")).isEqualTo("..COM");
            assertThat(cut).isNotDone();
            client.getOutputStream().write("MIT;more".getBytes(US_ASCII));
            cut.get(30, TimeUnit.SECONDS);
        }
        assertThat(Await.within(
                        Duration.ofSeconds(30), () -> heard.toString(US_ASCII).equals("..COMMIT")))
                .isTrue();
    }

    @Test
    void aCutComesAfterTheCountedBytes() throws Exception {
        CompletableFuture<Void> cut = proxy.cutAfter(3);
        try (Socket client = client()) {
            assertThat(say(client, "abc")).isEqualTo("abc");
            assertThat(cut).isNotDone();
            client.getOutputStream().write('d');
            cut.get(30, TimeUnit.SECONDS);
        }
        try (Socket next = client()) {
            assertThat(say(next, "again")).isEqualTo("again");
        }
    }

    @Test
    void aBlackHoleKeepsEverythingUntilItsEnd() throws IOException {
        try (Socket client = client()) {
            assertThat(say(client, "a")).isEqualTo("a");
            proxy.blackHole();
            client.getOutputStream().write('b');
            client.setSoTimeout(200);
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketTimeoutException.class);
            proxy.resume();
            client.setSoTimeout(ANSWER_MILLIS);
            assertThat(hear(client, 1)).isEqualTo("b");
        }
    }

    @Test
    void aCutOfAllResetsEveryOpenConnection() throws IOException {
        try (Socket client = client()) {
            say(client, "a");
            proxy.cutAll();
            assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketException.class);
        }
        assertThat(serverEnd).failsWithin(Duration.ofSeconds(30));
    }

    private Socket client() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(ANSWER_MILLIS);
        return client;
    }

    private static String say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
        return hear(client, text.length());
    }

    private static String hear(Socket client, int bytes) throws IOException {
        return new String(client.getInputStream().readNBytes(bytes), US_ASCII);
    }
}
