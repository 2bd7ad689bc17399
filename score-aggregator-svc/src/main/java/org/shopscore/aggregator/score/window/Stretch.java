package org.shopscore.aggregator.score.window;

/**
 * The sums on the way from one to another as facts of one kind come in, each of which brings the same amounts: every measure goes one
 * way, by equal steps.
 */
public record Stretch(WindowSums first, WindowSums last) {

    /** Of each measure no more than any of them has. */
    public WindowSums least() {
        return measure -> Math.min(first.sum(measure), last.sum(measure));
    }
}
