package org.shopscore.suite.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.suite.Endpoint;
import org.shopscore.suite.Endpoints;

class SenderTest {

    private static final Fact PICKUP = new OrderFact.PickedUp("s", "o", Instant.parse("2026-03-01T04:00:00Z"));
    private static final Fact SIGNATURE = new OrderFact.Signed("s", "o", Instant.parse("2026-03-02T04:00:00Z"));

    private interface Script {
        void answer(HttpExchange exchange, int call) throws IOException;
    }

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        int port = server.getAddress().getPort();
        var here = Endpoint.local(port, port);
        wire = new Wire(new Endpoints(here, here, here, here));
    }

    @AfterEach
    void close() {
        wire.close();
        server.stop(0);
    }

    @Test
    void aBusyServiceIsAskedAgainUntilItTakesTheFact() throws Exception {
        answering((exchange, call) -> {
            if (call < 3) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(201, -1);
            }
        });
        assertThat(sender(10).send(PICKUP)).isEqualTo(new Answer.Taken(true));
        assertThat(calls).hasValue(3);
    }

    @Test
    void aCutConnectionIsTriedAgain() throws Exception {
        answering((exchange, call) -> {
            if (call == 1) {
                exchange.close();
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        assertThat(sender(10).send(PICKUP)).isEqualTo(new Answer.Taken(false));
    }

    @Test
    void aRefusalIsFinalAndKeepsItsReason() throws Exception {
        answering((exchange, _) -> {
            var body = "{\"code\":\"order-differs\",\"detail\":\"已有不同的订单\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(409, body.length);
            exchange.getResponseBody().write(body);
        });
        assertThat(sender(10).send(PICKUP)).isEqualTo(new Answer.Refused(409, "order-differs", "已有不同的订单"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void patienceEndsAndTheOutcomeStaysUnknown() throws Exception {
        answering((exchange, _) -> exchange.sendResponseHeaders(503, -1));
        assertThat(sender(1).send(PICKUP)).isEqualTo(new Answer.Unknown("HTTP 503"));
    }

    @Test
    void whatFollowsARefusedBeginningIsNotSent() {
        answering((exchange, _) -> exchange.sendResponseHeaders(409, -1));
        var answers = new ArrayList<Answer>();
        new Delivery(sender(10), 4, (_, answer) -> answers.add(answer))
                .tell(Stream.of(new Story(List.of(PICKUP, SIGNATURE))));
        assertThat(answers).element(1).isEqualTo(new Answer.NotSent());
        assertThat(calls).hasValue(1);
    }

    private Sender sender(int seconds) {
        return new Sender(wire, Duration.ofSeconds(seconds));
    }

    private void answering(Script script) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                script.answer(exchange, calls.incrementAndGet());
            }
        });
    }
}
