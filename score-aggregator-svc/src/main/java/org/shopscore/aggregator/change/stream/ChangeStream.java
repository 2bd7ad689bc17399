package org.shopscore.aggregator.change.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shopscore.aggregator.change.stream.log.Cursor;
import org.shopscore.aggregator.change.stream.log.Reader;
import org.shopscore.aggregator.change.stream.log.Tail;
import org.shopscore.aggregator.change.stream.log.Wanted;
import org.shopscore.aggregator.shop.Profiles;

/** {@code GET /v1/score-changes}, and {@code HEAD}, which takes no place. A route of its own, since it writes as fast as each client reads. */
@ApplicationScoped
class ChangeStream {

    static final String PATH = "/v1/score-changes";

    /** Each has a consumer of its own: two cores give more of them no more, and who waits for a place waits shortly. */
    static final int CATCHING_UP_AT_ONCE = 16;

    private final String bootstrapServers;
    private final int mostReaders;
    private final Tail tail;
    private final Profiles profiles;
    private final Counter cutOffs;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Places places = new Places(CATCHING_UP_AT_ONCE);

    ChangeStream(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "score.changes.most-readers", defaultValue = "200") int mostReaders,
            Tail tail,
            Profiles profiles,
            MeterRegistry registry) {
        this.bootstrapServers = bootstrapServers;
        this.mostReaders = mostReaders;
        this.tail = tail;
        this.profiles = profiles;
        this.cutOffs = registry.counter("aggregator.changes.readers.cut.off");
        registry.gauge("aggregator.changes.readers", readers, Set::size);
    }

    void open(@Observes Router router) {
        router.get(PATH).handler(context -> answer(context, this::begin));
        router.head(PATH)
                .handler(context -> answer(context, (head, _) -> described(head).end()));
    }

    /** @param with what is answered where nothing is to be refused */
    private void answer(RoutingContext context, BiConsumer<RoutingContext, Asked> with) {
        var request = context.request();
        var asked = Asked.of(
                request.getHeader(Asked.LAST),
                request.getParam("from"),
                request.getParam("shopId"),
                request.getParam("category"));
        if (asked.errors().isEmpty() && readers.size() < mostReaders) {
            with.accept(context, asked);
        } else {
            context.next();
        }
    }

    private static HttpServerResponse described(RoutingContext context) {
        return context.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("X-Accel-Buffering", "no");
    }

    private void begin(RoutingContext context, Asked asked) {
        HttpServerResponse response = described(context);
        var wanted = new Wanted(
                asked.shopId(), asked.category(), shop -> profiles.of(shop).category());
        String first = asked.from().map(Cursor::toString).orElse("");
        var reader = new Reader(context.request(), Vertx.currentContext(), wanted, first, cutOffs::increment);
        var following = new Following(
                bootstrapServers, tail, reader, places, (behind, from) -> start(behind, Optional.of(from)));
        readers.add(reader);
        response.closeHandler(_ -> left(reader, following)).endHandler(_ -> left(reader, following));
        response.exceptionHandler(_ -> left(reader, following));
        response.write("retry: 1000\n\n");
        start(following, asked.from());
    }

    private void start(Following following, Optional<Cursor> from) {
        Thread.ofPlatform().daemon().name("score-changes-reader").start(() -> following.begin(from));
    }

    private void left(Reader reader, Following following) {
        readers.remove(reader);
        following.end();
    }

    void close(@Observes ShutdownEvent end) {
        tail.stop();
        readers.forEach(Reader::end);
    }
}
