package org.shopscore.suite.simulate;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, the same for the same seed and name on every machine. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, String name) {
        this.random = new SplittableRandom(mixed(seed, name));
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** @return an index, as often as its weight among all weights */
    int pick(List<Integer> weights) {
        int all = 0;
        for (int weight : weights) {
            all += weight;
        }
        int at = random.nextInt(all);
        int index = 0;
        while (at >= weights.get(index)) {
            at -= weights.get(index++);
        }
        return index;
    }

    /** Whole milliseconds between both, the second excluded. */
    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** FNV-1a: unlike a hash code, it is stated here what it is. */
    private static long mixed(long seed, String name) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
