package org.shopscore.logistics.incident;

/** What made somebody open an incident. */
public enum Occasion {
    /** A person saw it. */
    BY_HAND,
    /** A scan of the carrier says it. */
    SCANNED,
    /** The parcel moved, and then nothing was heard of it for longer than its lane allows. */
    NO_SCAN,
    /** The carrier has had the parcel for longer than its lane allows. */
    IN_TRANSIT;

    /** Whether scans prove it, and can disprove it. */
    public boolean isRule() {
        return this != BY_HAND;
    }
}
