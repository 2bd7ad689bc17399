package org.shopscore.logistics.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ImportAtOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI root;

    private final Sender sender = Sender.anew();

    private String orders(int count) {
        var text = new StringBuilder("orderId,paidAt,pickupDueAt,deliveryPromisedAt\n");
        for (int n = 0; n < count; n++) {
            text.append("o-%d,%s,%s,%s%n".formatted(n, sender.daysAgo(3), sender.daysAgo(1), sender.now()));
        }
        return text.toString();
    }

    /** An import whose file has not ended yet. */
    private CompletableFuture<HttpResponse<String>> open(HttpClient client, PipedOutputStream file) throws IOException {
        var end = new PipedInputStream(file, 1 << 20);
        var request = HttpRequest.newBuilder(root.resolve(sender.address() + "?kind=orders&shopId=" + sender.shopId()))
                .header("content-type", Sender.CSV)
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> end))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private String state() {
        return sender.get("").extract().path("state");
    }

    private void write(PipedOutputStream file, String text) throws IOException {
        file.write(text.getBytes(StandardCharsets.UTF_8));
        file.flush();
    }

    private boolean isIn(int lines) {
        var report = sender.get("").extract();
        return report.statusCode() == 200 && report.<Integer>path("lines") >= lines;
    }

    @Test
    void whileAnImportRunsItsProgressIsSeenAndTheSameImportIsRefused() throws Exception {
        var file = new PipedOutputStream();
        try (var client = HttpClient.newHttpClient()) {
            var first = open(client, file);
            write(file, orders(2_000));
            assertThat(Await.within(PATIENCE, () -> isIn(1_000))).isTrue();
            assertThat(state()).isEqualTo("RUNNING");
            sender.orders("orderId,paidAt").statusCode(409).body("code", equalTo("import-running"));
            file.close();
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        sender.get("")
                .body("state", equalTo("DONE"))
                .body("created", equalTo(2_000))
                .body("runs", equalTo(1));
    }

    @Test
    void anImportWhoseSenderIsGoneIsBrokenOffAndGoesOnWhenItIsSentAgain() throws Exception {
        var file = new PipedOutputStream();
        try (var client = HttpClient.newHttpClient()) {
            var answer = open(client, file);
            write(file, orders(1_500));
            assertThat(Await.within(PATIENCE, () -> isIn(1_000))).isTrue();
            client.shutdownNow();
            assertThat(answer).failsWithin(PATIENCE);
        }
        assertThat(Await.within(PATIENCE, () -> "BROKEN_OFF".equals(state()))).isTrue();
        sender.put("kind=orders&shopId=" + sender.shopId(), Sender.CSV, orders(2_000))
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("lines", equalTo(2_000));
        sender.order("o-1999", "").statusCode(200);
    }

    @Test
    void anImportWhoseServiceDiedIsInterruptedAndMayBeSentAgain() throws Exception {
        sender.put("kind=orders&shopId=" + sender.shopId(), Sender.CSV, orders(3));
        try (var connection = DriverManager.getConnection(
                        PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
                var statement = connection.prepareStatement(
                        "update import set state = 'RUNNING', ended_at = null where id = ?")) {
            statement.setString(1, sender.importId());
            statement.executeUpdate();
        }
        assertThat(state()).isEqualTo("INTERRUPTED");
        sender.put("kind=orders&shopId=" + sender.shopId(), Sender.CSV, orders(3))
                .statusCode(200)
                .body("same", equalTo(3));
    }
}
