package org.shopscore.aggregator.lookup.wire;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import org.shopscore.aggregator.lookup.batch.IdList;
import org.shopscore.aggregator.lookup.compact.CompactBinary;

/** Reads the heads of requests: what is not the usual is left to the service. */
final class Heads {

    private static final String BATCH = "/v1/scores:batchGet";
    private static final String JSON = "application/json";
    private static final String ANYTHING = "*/*";

    /** In which forms a batch asks, and wants to be answered. */
    record Forms(boolean isAskedAsList, boolean isAnsweredAsItems) {}

    /** HTTP/1.1 that stays open and has nothing to negotiate. */
    static boolean isPlain(HttpRequest request) {
        HttpHeaders head = request.headers();
        return request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && isKeptAlive(head.get(HttpHeaderNames.CONNECTION))
                && !head.contains(HttpHeaderNames.EXPECT)
                && !head.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static boolean isKeptAlive(String connection) {
        return connection == null || connection.equalsIgnoreCase("keep-alive");
    }

    /** In doubt not: whatever takes care to read is left to the service. */
    static boolean takesJson(HttpRequest request) {
        String accept = request.headers().get(HttpHeaderNames.ACCEPT);
        return accept == null
                || accept.equals(ANYTHING)
                || accept.equals("application/*")
                || (accept.startsWith(JSON)
                        && (accept.length() == JSON.length() || accept.charAt(JSON.length()) == ','));
    }

    static boolean isBatch(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                && request.uri().equals(BATCH)
                && !request.headers().contains(HttpHeaderNames.CONTENT_ENCODING);
    }

    /** 0 where it is not said, or not a number. */
    static int bodyLength(HttpRequest request) {
        String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Integer.parseInt(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** Empty for another form than there is, and where it takes care to choose one. */
    static Optional<Forms> forms(HttpRequest request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
        String accept = request.headers().get(HttpHeaderNames.ACCEPT);
        boolean isList = IdList.TYPE.equals(type);
        boolean isItems = CompactBinary.TYPE.equals(accept);
        boolean isKnown = (isList || JSON.equals(type))
                && (isItems || accept == null || accept.equals(JSON) || accept.equals(ANYTHING));
        return isKnown ? Optional.of(new Forms(isList, isItems)) : Optional.empty();
    }

    private Heads() {}
}
