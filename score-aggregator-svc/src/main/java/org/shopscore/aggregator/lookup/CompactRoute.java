package org.shopscore.aggregator.lookup;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.shopscore.aggregator.lookup.CompactAnswers.Answer;

/**
 * The short way of a compact lookup whose answer is in memory: two arrays that are written out. Whatever else is asked, and whatever
 * memory does not know, goes on to the resource.
 */
@ApplicationScoped
class CompactRoute {

    static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    private static final String BEFORE = "/v1/shops/";
    private static final String AFTER = "/score";
    private static final String FORM = "form=compact";
    private static final int NOT_MODIFIED = 304;

    private final CompactAnswers answers;

    CompactRoute(CompactAnswers answers) {
        this.answers = answers;
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Answer> found = FORM.equals(request.query()) && HttpMethod.GET.equals(request.method())
                ? inMemory(request.path())
                : Optional.empty();
        if (found.isPresent() && found.get() instanceof Answer.Found one) {
            answer(request, one);
        } else {
            context.next();
        }
    }

    private Optional<Answer> inMemory(String path) {
        return path.startsWith(BEFORE) && path.endsWith(AFTER) && path.length() > BEFORE.length() + AFTER.length()
                ? answers.inMemory(path.substring(BEFORE.length(), path.length() - AFTER.length()))
                : Optional.empty();
    }

    private static void answer(HttpServerRequest request, Answer.Found found) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.ETAG, found.line().tag()).putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        if (found.line().tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body(found));
    }

    static Buffer body(Answer.Found found) {
        byte[] score = found.line().json();
        byte[] fresh = found.fresh().json();
        return Buffer.buffer(score.length + fresh.length).appendBytes(score).appendBytes(fresh);
    }
}
