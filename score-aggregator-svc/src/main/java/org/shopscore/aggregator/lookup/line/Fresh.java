package org.shopscore.aggregator.lookup.line;

import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactFreshness;
import org.shopscore.aggregator.lookup.compact.CompactJson;

/** A freshness in both forms. */
public final class Fresh {

    private final CompactFreshness figures;
    private final byte[] json;
    private final byte flags;
    private final long completeUntil;

    public Fresh(CompactFreshness figures) {
        this.figures = figures;
        this.json = CompactJson.freshness(figures);
        this.flags = CompactBinary.flags(figures);
        this.completeUntil = CompactBinary.completeUntil(figures);
    }

    /**
     * That a score is incomplete is no detail: who knows it as complete must not be told that nothing has changed.
     *
     * @param hash of what is said of the shop, however fresh it is
     */
    public long tag(long hash) {
        return figures.isIncomplete() ? ~hash : hash;
    }

    public CompactFreshness figures() {
        return figures;
    }

    /** Not to be changed. */
    public byte[] json() {
        return json;
    }

    /** In the item of the binary form, like {@link #completeUntil}. */
    public byte flags() {
        return flags;
    }

    public long completeUntil() {
        return completeUntil;
    }
}
