package org.shopscore.metric;

/**
 * Numbers of one lane that a repair closes, both ends included.
 *
 * @param incarnation the life of the source's database that gave the numbers
 */
public record SequenceRange(String incarnation, long from, long to) {

    public SequenceRange {
        if (from < 1 || to < from) {
            throw new BoundBroken("closes", "must be a range of numbers from 1", from + ".." + to);
        }
    }
}
