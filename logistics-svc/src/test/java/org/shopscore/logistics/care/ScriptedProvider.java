package org.shopscore.logistics.care;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Notification;

/** A notification provider that answers each order as it was told to, 200 unless told otherwise. */
public final class ScriptedProvider implements AutoCloseable {

    /** An answer that does not come as long as the provider runs. */
    public static final int HANG = 0;

    public record Request(String idempotencyKey, Notification notification) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    private ScriptedProvider(URI url) throws IOException {
        server = HttpServer.create(new InetSocketAddress(url.getHost(), url.getPort()), 100);
        server.createContext(url.getPath(), this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Listens where the service under {@link CareProfile} looks for it. */
    public static ScriptedProvider start() {
        try {
            return new ScriptedProvider(CareProfile.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statuses of the answers for a shop's order, one after the other; 200 after them. */
    public void answers(String shopId, String orderId, Integer... statuses) {
        answers.put(shopId + "/" + orderId, new ConcurrentLinkedQueue<>(List.of(statuses)));
    }

    public List<Request> of(String shopId) {
        return requests.stream()
                .filter(request -> request.notification().shopId().equals(shopId))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var notification = EventJson.readNotification(exchange.getRequestBody().readAllBytes());
        requests.add(new Request(exchange.getRequestHeaders().getFirst("Idempotency-Key"), notification));
        int status = status(notification.key());
        if (status == HANG) {
            awaitClosed();
            return;
        }
        byte[] body = "{\"say\":\"谢谢\"}".getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int status(String order) {
        var left = answers.get(order);
        var next = left == null ? null : left.poll();
        return next == null ? 200 : next;
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
