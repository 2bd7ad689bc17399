package org.shopscore.aggregator.lookup.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.shopscore.aggregator.lookup.batch.IdList;
import org.shopscore.aggregator.lookup.batch.IdScan;
import org.shopscore.aggregator.lookup.batch.Ids;
import org.shopscore.aggregator.lookup.compact.Ascii;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.aggregator.lookup.line.MemoryLines;

/** {@code POST /v1/scores:batchGet} for shops that are all in memory. One for each thread. */
final class BatchLookup {

    private static final byte[] ITEMS =
            Ascii.of("HTTP/1.1 200 OK\r\ncontent-type: application/vnd.shopscore.scores\r\ncontent-length: ");
    private static final byte[] JSON =
            Ascii.of("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ");
    private static final int USUAL_HEAD = 256;
    private static final byte[] BODY = Ascii.of("\r\n\r\n");
    private static final byte[] BEGIN = Ascii.of("{\"scores\":[");
    private static final byte[] NEXT = Ascii.of(",");
    private static final byte[] END = Ascii.of("]}");

    private final MemoryLines lines;
    private final CompactBinary binary;
    private final BatchSearch search;
    private final Ascii head = new Ascii();
    private final Ascii json = new Ascii();
    private final ItemBytes items = new ItemBytes();

    BatchLookup(MemoryLines lines) {
        this.lines = lines;
        this.binary = lines.binary();
        this.search = new BatchSearch(lines);
    }

    /** Null where memory cannot answer all of it, and for a body that has to be read with care. */
    ByteBuf answer(ByteBufAllocator buffers, HeldBatch batch, LookupCounts counts) {
        Optional<Ids> asked =
                batch.forms().isAskedAsList() ? IdList.read(batch.body()) : new IdScan(batch.body()).ids();
        MemoryLines.By policy = lines.now();
        if (asked.isEmpty()) {
            return null;
        }
        // Always a new one: into an old array the collector lets nobody put what it has not looked at, one load at a
        // time.
        var found = new byte[asked.get().count()][];
        if (!search.find(asked.get(), policy, found)) {
            return null;
        }
        counts.batch(found.length);
        return batch.forms().isAnsweredAsItems() ? items(buffers, found, policy) : json(buffers, found);
    }

    private ByteBuf items(ByteBufAllocator buffers, byte[][] found, MemoryLines.By policy) {
        int count = found.length;
        items.begin(binary.head(policy.policyVersion(), count, USUAL_HEAD).getBytes());
        for (int i = 0; i < count; i++) {
            items.put(found[i], lines.freshOf(search.partition(i)));
        }
        head.clear().put(ITEMS).number(items.length()).put(BODY);
        return buffers.directBuffer(head.length() + items.length())
                .writeBytes(head.bytes(), 0, head.length())
                .writeBytes(items.bytes(), 0, items.length());
    }

    private ByteBuf json(ByteBufAllocator buffers, byte[][] found) {
        CompactLines form = lines.form();
        json.clear().put(BEGIN);
        for (int i = 0; i < found.length; i++) {
            if (i > 0) {
                json.put(NEXT);
            }
            form.json(json, found[i]);
            json.put(lines.freshOf(search.partition(i)).json());
        }
        json.put(END);
        head.clear().put(JSON).number(json.length()).put(BODY);
        return buffers.directBuffer(head.length() + json.length())
                .writeBytes(head.bytes(), 0, head.length())
                .writeBytes(json.bytes(), 0, json.length());
    }
}
