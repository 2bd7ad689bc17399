package org.shopscore.aggregator.lookup.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Optional;
import org.shopscore.aggregator.lookup.MemoryLines;
import org.shopscore.aggregator.lookup.batch.BatchRequest;
import org.shopscore.aggregator.lookup.batch.IdList;
import org.shopscore.aggregator.lookup.batch.IdScan;
import org.shopscore.aggregator.lookup.batch.Ids;
import org.shopscore.aggregator.lookup.compact.Ascii;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.metric.Lane;

/** {@code POST /v1/scores:batchGet} for shops that are all in memory. One for each thread. */
final class BatchLookup {

    private static final byte[] ITEMS =
            Ascii.of("HTTP/1.1 200 OK\r\ncontent-type: application/vnd.shopscore.scores\r\ncontent-length: ");
    private static final byte[] JSON =
            Ascii.of("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ");
    /** Where the item of a usual id ends: on the next line of the cache. */
    private static final int ITS_END = 61;

    private static final int USUAL_HEAD = 256;
    private static final byte[] BODY = Ascii.of("\r\n\r\n");
    private static final byte[] BEGIN = Ascii.of("{\"scores\":[");
    private static final byte[] NEXT = Ascii.of(",");
    private static final byte[] END = Ascii.of("]}");

    private final MemoryLines lines;
    private final CompactBinary binary;
    private final byte[][] found = new byte[BatchRequest.MOST][];
    private final int[] hashes = new int[BatchRequest.MOST];
    private final Ascii head = new Ascii();
    private final Ascii json = new Ascii();
    private final ItemBytes items = new ItemBytes();

    /** Read by nobody: without it the compiler would leave the loads out. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    BatchLookup(MemoryLines lines) {
        this.lines = lines;
        this.binary = lines.binary();
    }

    /** Null where memory cannot answer all of it, and for a body that has to be read with care. */
    ByteBuf answer(ByteBufAllocator buffers, HeldBatch batch, LookupCounts counts) {
        Optional<Ids> asked =
                batch.forms().isAskedAsList() ? IdList.read(batch.body()) : new IdScan(batch.body()).ids();
        MemoryLines.By policy = lines.now();
        if (asked.isEmpty() || !find(asked.get(), policy)) {
            return null;
        }
        int count = asked.get().count();
        counts.batch(count);
        return batch.forms().isAnsweredAsItems() ? items(buffers, count, policy) : json(buffers, count);
    }

    private boolean find(Ids ids, MemoryLines.By policy) {
        byte[] body = ids.body();
        int count = ids.count();
        for (int i = 0; i < count; i++) {
            hashes[i] = Lane.hash(body, ids.from(i), ids.to(i));
            found[i] = lines.ahead(hashes[i]);
        }
        touch(count);
        for (int i = 0; i < count; i++) {
            byte[] entry = lines.of(body, ids.from(i), ids.to(i), hashes[i], policy);
            if (entry == null) {
                return false;
            }
            found[i] = entry;
        }
        return true;
    }

    /** Nearly all of a batch's time is waiting for memory. Loads that do not depend on each other are waited for together. */
    private void touch(int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            byte[] entry = found[i];
            sum += entry == null ? 0 : entry[0] + entry[Math.min(ITS_END, entry.length - 1)];
        }
        touched = sum;
    }

    private ByteBuf items(ByteBufAllocator buffers, int count, MemoryLines.By policy) {
        items.begin(binary.head(policy.policyVersion(), count, USUAL_HEAD).getBytes());
        for (int i = 0; i < count; i++) {
            items.put(found[i], lines.freshOf(Lane.ofHash(hashes[i])));
        }
        head.clear().put(ITEMS).number(items.length()).put(BODY);
        return buffers.directBuffer(head.length() + items.length())
                .writeBytes(head.bytes(), 0, head.length())
                .writeBytes(items.bytes(), 0, items.length());
    }

    private ByteBuf json(ByteBufAllocator buffers, int count) {
        CompactLines form = lines.form();
        json.clear().put(BEGIN);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                json.put(NEXT);
            }
            form.json(json, found[i]);
            json.put(lines.freshOf(Lane.ofHash(hashes[i])).json());
        }
        json.put(END);
        head.clear().put(JSON).number(json.length()).put(BODY);
        return buffers.directBuffer(head.length() + json.length())
                .writeBytes(head.bytes(), 0, head.length())
                .writeBytes(json.bytes(), 0, json.length());
    }
}
