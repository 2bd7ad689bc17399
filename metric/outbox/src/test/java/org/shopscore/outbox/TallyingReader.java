package org.shopscore.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Headers;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.SequenceRange;
import org.shopscore.platform.PlatformResource;

/** The real stores, and beside them the naive reader of the log: drops a number it has seen, adds up the rest, and answers what an aggregator is asked. */
public class TallyingReader extends PlatformResource {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/ops/lanes/", TallyingReader::answer);
        server.start();
        config.put(
                "outbox.aggregator-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
        super.stop();
    }

    private static Log log;

    private static synchronized List<ConsumerRecord<byte[], byte[]>> records() {
        if (log == null) {
            log = new Log();
        }
        return log.toEnd();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        // The consumer finds its own classes by the thread's loader, and this thread was started outside Quarkus.
        Thread.currentThread().setContextClassLoader(KafkaConsumer.class.getClassLoader());
        var path = exchange.getRequestURI().getPath();
        int lane = Integer.parseInt(path.split("/", -1)[3]);
        try (exchange) {
            var answer = path.endsWith("/reload") ? new JsonObject() : new Lane(lane).json();
            byte[] body = answer.encode().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static final class Lane {
        private final Map<String, TreeSet<Long>> numbers = new HashMap<>();
        private final Map<String, TreeSet<Long>> closed = new HashMap<>();
        private final Map<String, Long> amounts = new TreeMap<>();

        Lane(int lane) {
            records().stream().filter(event -> event.partition() == lane).forEach(this::take);
        }

        private void take(ConsumerRecord<byte[], byte[]> event) {
            var incarnation = Log.header(event, Headers.INCARNATION);
            long number = Long.parseLong(Log.header(event, Headers.SEQUENCE));
            boolean isClosed = closed.getOrDefault(incarnation, new TreeSet<>()).contains(number);
            if (numbers.computeIfAbsent(incarnation, _ -> new TreeSet<>()).add(number)
                    && !isClosed
                    && MetricEvent.TYPE.equals(Log.header(event, Headers.TYPE))) {
                add(EventJson.readEvent(
                        Log.header(event, Headers.SUBJECT),
                        Instant.parse(Log.header(event, Headers.TIME)),
                        event.value()));
            }
        }

        private void add(MetricEvent event) {
            event.changes()
                    .forEach(change -> change.measures()
                            .forEach((measure, amount) -> amounts.merge(
                                    event.shopId() + " " + BusinessDay.of(change.anchoredAt()) + " " + measure,
                                    amount,
                                    Long::sum)));
            event.closes().forEach(this::close);
        }

        private void close(SequenceRange range) {
            LongStream.rangeClosed(range.from(), range.to())
                    .forEach(number -> closed.computeIfAbsent(range.incarnation(), _ -> new TreeSet<>())
                            .add(number));
        }

        JsonObject json() {
            var positions = new JsonArray();
            var holes = new JsonArray();
            numbers.forEach((incarnation, seen) -> {
                positions.add(new JsonObject().put("incarnation", incarnation).put("last", seen.last()));
                LongStream.rangeClosed(1, seen.last())
                        .filter(number -> !seen.contains(number))
                        .filter(number -> !closed.getOrDefault(incarnation, new TreeSet<>())
                                .contains(number))
                        .forEach(number -> holes.add(new JsonObject()
                                .put("incarnation", incarnation)
                                .put("from", number)
                                .put("to", number)));
            });
            return new JsonObject()
                    .put("positions", positions)
                    .put("holes", holes)
                    .put("tiles", tiles());
        }

        private JsonArray tiles() {
            var tiles = new JsonArray();
            amounts.forEach((key, amount) -> {
                var parts = List.of(key.split(" ", -1));
                tiles.add(new JsonObject()
                        .put("shop", parts.get(0))
                        .put("day", parts.get(1))
                        .put("measures", new JsonObject().put(parts.get(2), amount)));
            });
            return tiles;
        }
    }
}
