package org.shopscore.aggregator.lookup;

import java.util.Locale;

/** Where the sums of an answer were read. */
enum Source {
    MEMORY,
    REDIS,
    DATABASE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
