package org.shopscore.aggregator.score.window;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.policy.metric.Maturities;

/** Sums by measure name, and by the names of what has matured. */
public record Sums(Map<String, Long> amounts, Maturities matured) implements ListedSums {

    public static final Sums NONE = new Sums(Map.of());

    public Sums {
        amounts = Map.copyOf(amounts);
    }

    /** Of the measures alone. */
    public Sums(Map<String, Long> amounts) {
        this(amounts, Maturities.NONE);
    }

    /** @throws ArithmeticException when a sum leaves 64 bits */
    public static Sums of(Collection<? extends Map<String, Long>> parts) {
        var sums = new HashMap<String, Long>();
        parts.forEach(part -> part.forEach((measure, amount) -> sums.merge(measure, amount, Math::addExact)));
        return new Sums(sums);
    }

    /**
     * The sums after so many more facts that each bring these amounts, and count wherever their measures do.
     *
     * @throws ArithmeticException when a sum leaves 64 bits
     */
    public Sums plus(Map<String, Long> amountsEach, long times) {
        var sums = new HashMap<>(amounts);
        matured.everywhere(amountsEach)
                .forEach((measure, amount) -> sums.merge(measure, Math.multiplyExact(amount, times), Math::addExact));
        return new Sums(sums, matured);
    }

    @Override
    public void forEach(ObjLongConsumer<String> each) {
        amounts.forEach((measure, amount) -> {
            if (amount != 0) {
                each.accept(measure, amount);
            }
        });
    }

    @Override
    public long sum(String measure) {
        return amounts.getOrDefault(measure, 0L);
    }
}
