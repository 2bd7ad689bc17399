package org.shopscore.aggregator.score.window;

import java.util.function.ObjLongConsumer;

/** Sums that can also be gone through. */
public interface ListedSums extends WindowSums {

    /** Each that is not 0 once, in no order. */
    void forEach(ObjLongConsumer<String> each);
}
