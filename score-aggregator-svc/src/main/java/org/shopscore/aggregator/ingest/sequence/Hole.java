package org.shopscore.aggregator.ingest.sequence;

import java.time.Instant;

/** Numbers that were not applied, both ends included. */
public record Hole(long from, long to, Why why, Instant openedAt) {

    /** Why numbers were not applied. */
    public enum Why {
        MISSING("missing"),
        QUARANTINED("quarantined"),
        /** Given in an earlier life of the database: nothing says that they are lost. */
        BEFORE_START("before-start");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Why of(String code) {
            for (Why why : values()) {
                if (why.code.equals(code)) {
                    return why;
                }
            }
            throw new IllegalArgumentException("no reason of a hole: " + code);
        }
    }

    /** Whether the measures are incomplete while it is open. */
    public boolean hurts() {
        return why != Why.BEFORE_START;
    }

    public long count() {
        return to - from + 1;
    }
}
