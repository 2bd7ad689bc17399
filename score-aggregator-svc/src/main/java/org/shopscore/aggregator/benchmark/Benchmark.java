package org.shopscore.aggregator.benchmark;

import java.util.Optional;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.metric.Fraction;

/** One subject of one category on one day; a change of it looks the same, and may be negative. */
public final class Benchmark {

    /** With fewer shops nothing of them is shown: it would tell what single ones do. */
    public static final int FEWEST_SHOPS = 20;

    private final Histogram points;
    private long numerator;
    private long denominator;

    public Benchmark() {
        this(0, 0, new Histogram());
    }

    public Benchmark(long numerator, long denominator, Histogram points) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.points = points;
    }

    /** @param times 1 to add, -1 to take away */
    void count(Placing placing, int times) {
        numerator = Math.addExact(numerator, times * placing.numerator());
        denominator = Math.addExact(denominator, times * placing.denominator());
        points.add(Histogram.bin(placing.points()), times);
    }

    void add(Benchmark other) {
        numerator = Math.addExact(numerator, other.numerator);
        denominator = Math.addExact(denominator, other.denominator);
        points.add(other.points);
    }

    public long numerator() {
        return numerator;
    }

    public long denominator() {
        return denominator;
    }

    public Histogram points() {
        return points;
    }

    /** Whether it can be the benchmark of real shops. */
    public boolean isWhole() {
        return points.isWhole() && denominator >= 0;
    }

    /** Whether, as a change, it changes anything. */
    boolean isNothing() {
        return numerator == 0 && denominator == 0 && points.isNothing();
    }

    public boolean isHidden() {
        return points.shops() < FEWEST_SHOPS;
    }

    /** Sum of numerators over sum of denominators, in the metric's unit; empty while it is hidden. */
    public Optional<Fraction> average(Ratio ratio) {
        return average()
                .map(raw -> raw.times(Fraction.of(ratio.kind().factor(), 1)).over(Fraction.of(ratio.divideBy())));
    }

    /** Sum of numerators over sum of denominators; empty while it is hidden. */
    public Optional<Fraction> average() {
        return isHidden() ? Optional.empty() : Optional.of(Fraction.of(numerator, denominator));
    }
}
