package org.shopscore.aggregator.lookup.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Stands in one HTTP/1.1 connection before the service: answers the lookups that memory can answer, and hands on everything else as it
 * came, one request at a time. What comes while the service has one, or while the client does not take what it is sent, waits here: answers
 * keep the order of their requests, and a slow one makes none of those behind it slow.
 */
final class LookupLane extends ChannelDuplexHandler {

    /** Parts of requests; no more is read from the client meanwhile. */
    private static final int MOST_WAITING = 1_000;

    private final Lookups lookups;
    private final ChannelHandlerContext encoder;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private boolean isUnderWay = true;
    private boolean isPaused;
    private Optional<HeldBatch> held = Optional.empty();
    private boolean isAnswered;
    private boolean hasWritten;

    /**
     * For a connection whose first request the service has.
     *
     * @param encoder what is written below it goes out as it is
     */
    LookupLane(Lookups lookups, ChannelHandlerContext encoder) {
        this.lookups = lookups;
        this.encoder = encoder;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (waiting.isEmpty() && mayRead(ctx, message)) {
            read(ctx, message);
            return;
        }
        waiting.add(message);
        if (waiting.size() == MOST_WAITING) {
            isPaused = true;
            ctx.channel().config().setAutoRead(false);
        }
    }

    private boolean mayRead(ChannelHandlerContext ctx, Object message) {
        return !(message instanceof HttpRequest)
                || (!isUnderWay && ctx.channel().isWritable());
    }

    /** Never from within a call of the channel: that may be in the middle of a request. */
    private void goOnLater(ChannelHandlerContext ctx) {
        if (!waiting.isEmpty()) {
            ctx.executor().execute(() -> goOn(ctx));
        }
    }

    private void goOn(ChannelHandlerContext ctx) {
        while (!waiting.isEmpty() && mayRead(ctx, waiting.element())) {
            read(ctx, waiting.remove());
        }
        // The service sends nothing off while it takes itself to be read to, and no more may come to read.
        channelReadComplete(ctx);
        if (isPaused && waiting.size() < MOST_WAITING) {
            isPaused = false;
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void read(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            begin(ctx, request);
        } else if (isAnswered && message instanceof HttpContent) {
            isAnswered = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (held.isPresent() && message instanceof HttpContent part) {
            collect(ctx, held.get(), part);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        boolean isPlain = Heads.isPlain(request);
        ByteBuf answer = isPlain ? lookups.single(ctx.alloc(), request) : null;
        if (answer != null) {
            send(answer);
            isAnswered = !(request instanceof LastHttpContent);
            return;
        }
        held = isPlain ? HeldBatch.of(request) : Optional.empty();
        if (held.isEmpty()) {
            handOn(ctx, request);
        }
    }

    private void collect(ChannelHandlerContext ctx, HeldBatch batch, HttpContent part) {
        boolean isGood = batch.add(part);
        if (isGood && !(part instanceof LastHttpContent)) {
            return;
        }
        held = Optional.empty();
        ByteBuf answer = isGood ? lookups.batch(ctx.alloc(), batch) : null;
        if (answer != null) {
            batch.release();
            send(answer);
        } else {
            handOn(ctx, batch.request());
            batch.parts().forEach(ctx::fireChannelRead);
        }
    }

    private void handOn(ChannelHandlerContext ctx, HttpRequest request) {
        isUnderWay = true;
        ctx.fireChannelRead(request);
    }

    private void send(ByteBuf answer) {
        var _ = encoder.write(answer);
        hasWritten = true;
    }

    private void sendOff(ChannelHandlerContext ctx) {
        if (hasWritten) {
            hasWritten = false;
            ctx.flush();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        sendOff(ctx);
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            goOnLater(ctx);
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInformational(message)) {
            isUnderWay = false;
            goOnLater(ctx);
        }
        var _ = ctx.write(message, promise);
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        held.ifPresent(HeldBatch::release);
        held = Optional.empty();
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        ctx.fireChannelInactive();
    }
}
