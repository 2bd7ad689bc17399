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
import java.util.Optional;

/**
 * Stands in one HTTP/1.1 connection before the service: answers the lookups that memory can answer, and hands on everything else as it
 * came. It answers only while no request before is under way, so that answers keep the order of their requests, and while the client
 * takes what it is sent.
 */
final class LookupLane extends ChannelDuplexHandler {

    private final Lookups lookups;
    private final ChannelHandlerContext encoder;
    private int underWay;
    private Optional<HeldBatch> held = Optional.empty();
    private boolean isAnswered;
    private boolean hasWritten;

    /**
     * @param encoder  what is written below it goes out as it is
     * @param underWay how many requests the service has that are not answered
     */
    LookupLane(Lookups lookups, ChannelHandlerContext encoder, int underWay) {
        this.lookups = lookups;
        this.encoder = encoder;
        this.underWay = underWay;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
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
        boolean mayAnswer = underWay == 0 && ctx.channel().isWritable() && Heads.isPlain(request);
        ByteBuf answer = mayAnswer ? lookups.single(ctx.alloc(), request) : null;
        if (answer != null) {
            send(answer);
            isAnswered = !(request instanceof LastHttpContent);
            return;
        }
        held = mayAnswer ? HeldBatch.of(request) : Optional.empty();
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
        underWay++;
        ctx.fireChannelRead(request);
    }

    private void send(ByteBuf answer) {
        var _ = encoder.write(answer);
        hasWritten = true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (hasWritten) {
            hasWritten = false;
            ctx.flush();
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInformational(message)) {
            underWay--;
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
        ctx.fireChannelInactive();
    }
}
