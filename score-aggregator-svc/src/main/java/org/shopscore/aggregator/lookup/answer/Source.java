package org.shopscore.aggregator.lookup.answer;

import java.util.Locale;

/** Where the sums of an answer were read. */
public enum Source {
    MEMORY,
    REDIS,
    DATABASE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
