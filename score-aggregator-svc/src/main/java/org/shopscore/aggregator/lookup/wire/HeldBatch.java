package org.shopscore.aggregator.lookup.wire;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch whose body is still coming, with all that has come, so that it can be handed on as it came. */
final class HeldBatch {

    /** 500 ids as long as an id can be, with what JSON puts between them. */
    private static final int LARGEST = 40_000;

    private final HttpRequest request;
    private final Heads.Forms forms;
    private final byte[] body;
    private final List<HttpContent> parts = new ArrayList<>(2);
    private int length;

    private HeldBatch(HttpRequest request, Heads.Forms forms, int length) {
        this.request = request;
        this.forms = forms;
        this.body = new byte[length];
    }

    /** Empty for a request that is none, or too large to be a good one. */
    static Optional<HeldBatch> of(HttpRequest request) {
        if (!Heads.isBatch(request)) {
            return Optional.empty();
        }
        int length = Heads.bodyLength(request);
        return length > 0 && length <= LARGEST
                ? Heads.forms(request).map(forms -> new HeldBatch(request, forms, length))
                : Optional.empty();
    }

    /** @return false for what cannot belong to it */
    boolean add(HttpContent part) {
        parts.add(part);
        int more = part.content().readableBytes();
        if (part.decoderResult().isFailure() || length + more > body.length) {
            return false;
        }
        part.content().getBytes(part.content().readerIndex(), body, length, more);
        length += more;
        return true;
    }

    boolean isWhole() {
        return length == body.length;
    }

    HttpRequest request() {
        return request;
    }

    Heads.Forms forms() {
        return forms;
    }

    byte[] body() {
        return body;
    }

    List<HttpContent> parts() {
        return parts;
    }

    void release() {
        parts.forEach(ReferenceCountUtil::release);
    }
}
