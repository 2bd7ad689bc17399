package org.shopscore.aggregator.lookup.memory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was last told of a shop: the inputs of its provisional score, from which every process computes the same score by its
 * policy.
 *
 * @param day  the last day of the window
 * @param asOf when the sums were announced
 */
public record Announced(Version version, LocalDate day, Instant asOf, KnownSums sums) {

    /** Of which announcement it is; it never goes back. */
    public record Version(long epoch, long n) implements Comparable<Version> {

        public static Version parse(String text) {
            int dot = text.indexOf('.');
            return new Version(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
        }

        @Override
        public int compareTo(Version other) {
            return epoch == other.epoch ? Long.compare(n, other.n) : Long.compare(epoch, other.epoch);
        }

        @Override
        public String toString() {
            return epoch + "." + n;
        }
    }
}
