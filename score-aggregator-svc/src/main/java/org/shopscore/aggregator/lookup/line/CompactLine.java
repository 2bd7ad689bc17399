package org.shopscore.aggregator.lookup.line;

import org.shopscore.aggregator.lookup.compact.Ascii;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactJson;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.aggregator.lookup.compact.CompactScore;

/** A compact score, written in both forms up to its freshness. */
public final class CompactLine {

    private final int partition;
    private final String policyVersion;
    private final byte[] json;
    private final byte[] item;
    private final long hash;

    public CompactLine(int partition, CompactScore score, CompactBinary binary) {
        this(partition, score.policyVersion(), CompactJson.score(score), binary.item(score));
    }

    private CompactLine(int partition, String policyVersion, byte[] json, byte[] item) {
        this.partition = partition;
        this.policyVersion = policyVersion;
        this.json = json;
        this.item = item;
        this.hash = CompactLines.hash(json);
    }

    /** @param entry of memory, with its line */
    static CompactLine of(int partition, byte[] entry, CompactLines lines) {
        var json = new Ascii();
        lines.json(json, entry);
        return new CompactLine(partition, lines.policyVersion(entry), json.copy(), CompactLines.item(entry));
    }

    int partition() {
        return partition;
    }

    /** The policy that the provisional score was made by. */
    public String policyVersion() {
        return policyVersion;
    }

    /** Not to be changed, like {@link #item}. */
    public byte[] json() {
        return json;
    }

    public byte[] item() {
        return item;
    }

    /** What the answer is asked for by again. */
    public String tag(Fresh fresh) {
        return "%016x".formatted(fresh.tag(hash));
    }
}
