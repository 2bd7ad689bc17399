package org.shopscore.logistics.disruption;

import static java.util.Objects.requireNonNull;

/**
 * What is reported of a disruption.
 *
 * @param note free words, without personal data; may be empty
 */
public record Report(Extent extent, Cause cause, String note) {

    public Report {
        requireNonNull(extent, "extent");
        requireNonNull(cause, "cause");
        requireNonNull(note, "note");
    }
}
