package org.shopscore.aggregator.lookup;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers every request with the same bytes, and does nothing else. */
record BareServer(Vertx vertx, List<HttpServer> servers, int port) implements AutoCloseable {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    static BareServer start(Buffer body, String tag) {
        var vertx = Vertx.vertx();
        var servers = new ArrayList<HttpServer>();
        int port = free();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> request.response()
                            .putHeader(HttpHeaders.ETAG, tag)
                            .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                            .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                            .end(body));
            servers.add(done(server.listen(port, "127.0.0.1")));
        }
        return new BareServer(vertx, servers, port);
    }

    /** Servers share a port when they ask for the same one, which 0 is not. */
    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer done(io.vertx.core.Future<HttpServer> listening) {
        try {
            return listening.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
