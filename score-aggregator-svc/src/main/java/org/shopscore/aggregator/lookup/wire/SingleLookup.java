package org.shopscore.aggregator.lookup.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import org.shopscore.aggregator.lookup.compact.Ascii;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.aggregator.lookup.line.Fresh;
import org.shopscore.aggregator.lookup.line.MemoryLines;
import org.shopscore.metric.Lane;

/** {@code GET /v1/shops/{shopId}/score?form=compact} from memory. One for each thread. */
final class SingleLookup {

    private static final String BEFORE = "/v1/shops/";
    private static final String AFTER = "/score?form=compact";
    private static final int LONGEST_ID = 64;

    private static final byte[] FOUND = Ascii.of("HTTP/1.1 200 OK\r\netag: W/\"");
    private static final byte[] UNCHANGED = Ascii.of("HTTP/1.1 304 Not Modified\r\netag: W/\"");
    private static final byte[] LENGTH =
            Ascii.of("\"\r\ncache-control: no-cache\r\ncontent-type: application/json\r\ncontent-length: ");
    private static final byte[] NO_BODY = Ascii.of("\"\r\ncache-control: no-cache\r\n\r\n");
    private static final byte[] BODY = Ascii.of("\r\n\r\n");

    private final MemoryLines lines;
    private final byte[] id = new byte[LONGEST_ID];
    private final Ascii head = new Ascii();
    private final Ascii body = new Ascii();

    SingleLookup(MemoryLines lines) {
        this.lines = lines;
    }

    /** Null for another request, and where memory cannot answer. */
    ByteBuf answer(ByteBufAllocator buffers, HttpRequest request, LookupCounts counts) {
        int length = request.method().equals(HttpMethod.GET) ? id(request.uri()) : 0;
        if (length == 0 || !Heads.takesJson(request)) {
            return null;
        }
        int hash = Lane.hash(id, 0, length);
        byte[] entry = lines.of(id, 0, length, hash, lines.now());
        String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
        if (entry == null) {
            return null;
        }
        Fresh fresh = lines.freshOf(Lane.ofHash(hash));
        long tag = fresh.tag(CompactLines.hashOf(entry));
        if (known == null) {
            counts.found();
            return found(buffers, entry, tag, fresh);
        }
        return isOnly(known, tag) ? unchanged(buffers, tag, counts) : null;
    }

    /** Copies the id out of the path; 0 where there is none. */
    private int id(String uri) {
        int length = uri.length() - BEFORE.length() - AFTER.length();
        if (length < 1 || length > LONGEST_ID || !uri.startsWith(BEFORE) || !uri.endsWith(AFTER)) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            char letter = uri.charAt(BEFORE.length() + i);
            if (letter > Byte.MAX_VALUE) {
                return 0;
            }
            id[i] = (byte) letter;
        }
        return length;
    }

    private ByteBuf found(ByteBufAllocator buffers, byte[] entry, long tag, Fresh fresh) {
        lines.form().json(body.clear(), entry);
        body.put(fresh.json());
        head.clear().put(FOUND).hex(tag).put(LENGTH).number(body.length()).put(BODY);
        return buffers.directBuffer(head.length() + body.length())
                .writeBytes(head.bytes(), 0, head.length())
                .writeBytes(body.bytes(), 0, body.length());
    }

    /** One tag that differs, or several of them, take the longer way. */
    private boolean isOnly(String known, long tag) {
        head.clear().put("W/\"").hex(tag).put("\"");
        return head.is(known);
    }

    private ByteBuf unchanged(ByteBufAllocator buffers, long tag, LookupCounts counts) {
        counts.unchanged();
        head.clear().put(UNCHANGED).hex(tag).put(NO_BODY);
        return buffers.directBuffer(head.length()).writeBytes(head.bytes(), 0, head.length());
    }
}
