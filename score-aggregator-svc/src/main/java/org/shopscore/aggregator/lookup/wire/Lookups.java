package org.shopscore.aggregator.lookup.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.shopscore.aggregator.lookup.ProvisionalScores;

/**
 * Puts a {@link LookupLane} into each HTTP/1.1 connection with its first request. That one, and whatever the lane does not answer, is the
 * resources', which answer the same.
 */
@ApplicationScoped
class Lookups {

    private static final String NAME = "lookups";
    private static final String SERVICE = "handler";
    private static final String ENCODER = "httpEncoder";

    private final LookupCounts counts;
    private final FastThreadLocal<SingleLookup> single;
    private final FastThreadLocal<BatchLookup> batch;

    Lookups(ProvisionalScores scores, MeterRegistry registry) {
        counts = new LookupCounts(registry);
        single = new FastThreadLocal<>() {
            @Override
            protected SingleLookup initialValue() {
                return new SingleLookup(scores.lines());
            }
        };
        batch = new FastThreadLocal<>() {
            @Override
            protected BatchLookup initialValue() {
                return new BatchLookup(scores.lines());
            }
        };
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::install);
    }

    /** The first request of a connection is here while it is read, before any other of it. */
    private void install(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_1_1
                && context.request().connection() instanceof ConnectionBase connection) {
            ChannelPipeline pipeline = connection.channel().pipeline();
            ChannelHandlerContext encoder = pipeline.context(ENCODER);
            if (encoder != null && pipeline.get(NAME) == null && pipeline.get(SERVICE) != null) {
                pipeline.addBefore(SERVICE, NAME, new LookupLane(this, encoder));
            }
        }
        context.next();
    }

    /** Null for another request, and where memory cannot answer. */
    ByteBuf single(ByteBufAllocator buffers, HttpRequest request) {
        return single.get().answer(buffers, request, counts);
    }

    /** Null where memory cannot answer. */
    ByteBuf batch(ByteBufAllocator buffers, HeldBatch held) {
        return held.isWhole() ? batch.get().answer(buffers, held, counts) : null;
    }
}
