package org.shopscore.aggregator.lookup;

import org.shopscore.aggregator.lookup.compact.CompactFreshness;
import org.shopscore.aggregator.lookup.compact.CompactJson;

/** A freshness in both forms. */
final class Fresh {

    private final CompactFreshness figures;
    private final byte[] json;

    Fresh(CompactFreshness figures) {
        this.figures = figures;
        this.json = CompactJson.freshness(figures);
    }

    CompactFreshness figures() {
        return figures;
    }

    /** Not to be changed. */
    byte[] json() {
        return json;
    }
}
