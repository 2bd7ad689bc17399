package org.shopscore.aggregator.lookup;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

/** Answers every request with the same bytes, and does nothing else. */
record BareServer(Vertx vertx, int port) implements AutoCloseable {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    /** With as many event loops as the service has: one has fewer threads to wake, two have the cores to themselves where others load. */
    static BareServer start(Buffer body, String tag, int eventLoops) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops));
        int port = free();
        done(vertx.deployVerticle(
                () -> new Answering(port, body, tag), new DeploymentOptions().setInstances(eventLoops)));
        return new BareServer(vertx, port);
    }

    /** Several of them share the port, each on an event loop of its own. */
    private static final class Answering extends AbstractVerticle {

        private final int port;
        private final Buffer body;
        private final String tag;

        Answering(int port, Buffer body, String tag) {
            this.port = port;
            this.body = body;
            this.tag = tag;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer()
                    .requestHandler(request -> request.response()
                            .putHeader(HttpHeaders.ETAG, tag)
                            .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                            .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                            .end(body))
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }

    /** Servers share a port when they ask for the same one, which 0 is not. */
    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void done(Future<?> listening) {
        try {
            listening.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
