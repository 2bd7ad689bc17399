package org.shopscore.aggregator.ingest;

import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.score.ListedSums;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.TileBytes;

/** What a shop has in the window, by the names of its measures. */
record PackedWindow(Amounts amounts, MeasureIds ids) implements ListedSums {

    static PackedWindow of(byte[] packed, MeasureIds ids) {
        return new PackedWindow(TileBytes.unpack(packed), ids);
    }

    @Override
    public long sum(String measure) {
        return ids.amount(amounts, measure);
    }

    @Override
    public void forEach(ObjLongConsumer<String> each) {
        ids.forEach(amounts, each);
    }
}
