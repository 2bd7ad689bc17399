package org.shopscore.aggregator.ingest.sequence;

/**
 * One life of a source's database: the numbers of a lane run on within it.
 *
 * @param incarnation {@code <database uuid>-<timeline>}
 */
public record Life(String source, String incarnation) {

    /** Whether this is a life of the same database: a standby that was promoted goes on numbering where it stood. */
    public boolean continues(Life other) {
        return source.equals(other.source) && database().equals(other.database());
    }

    private String database() {
        int timeline = incarnation.lastIndexOf('-');
        return timeline < 0 ? incarnation : incarnation.substring(0, timeline);
    }
}
