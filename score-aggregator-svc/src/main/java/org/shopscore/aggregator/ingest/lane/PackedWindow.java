package org.shopscore.aggregator.ingest.lane;

import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.window.ListedSums;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.TileBytes;

/**
 * What a shop has in the window, by the names of its measures.
 *
 * @param matured what was counted besides
 */
public record PackedWindow(Amounts amounts, MeasureIds ids, Maturities matured) implements ListedSums {

    public static PackedWindow of(byte[] packed, MeasureIds ids, Maturities matured) {
        return new PackedWindow(TileBytes.unpack(packed), ids, matured);
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
