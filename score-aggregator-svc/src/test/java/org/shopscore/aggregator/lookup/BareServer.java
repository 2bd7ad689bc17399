package org.shopscore.aggregator.lookup;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers every request with the same bytes, and does nothing else. */
record BareServer(Vertx vertx, List<HttpServer> servers, int port) implements AutoCloseable {

    static BareServer start(Buffer body, String tag) {
        var vertx = Vertx.vertx();
        var servers = new ArrayList<HttpServer>();
        int port = 0;
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> request.response()
                            .putHeader(HttpHeaders.ETAG, tag)
                            .putHeader(HttpHeaders.CACHE_CONTROL, CompactRoute.NO_CACHE)
                            .putHeader(HttpHeaders.CONTENT_TYPE, CompactRoute.JSON)
                            .end(body));
            port = done(server.listen(port, "127.0.0.1")).actualPort();
            servers.add(server);
        }
        return new BareServer(vertx, servers, port);
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
