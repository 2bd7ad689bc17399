package org.shopscore.aggregator.policy.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All measures that somebody wants to be counted as they mature. */
public record Maturities(SortedSet<Maturity> all) {

    public static final Maturities NONE = new Maturities(new TreeSet<>());

    public Maturities {
        all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
    }

    /** Those among the names; that of a measure asks for none. */
    public static Maturities named(Collection<String> names) {
        return new Maturities(names.stream()
                .map(Maturity::named)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Days; 0 for none. */
    public int longest() {
        return all.stream().mapToInt(Maturity::days).max().orElse(0);
    }

    public Set<String> names() {
        return all.stream().map(Maturity::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether everything that the others ask for is here. */
    public boolean cover(Maturities others) {
        return all.containsAll(others.all);
    }

    public Maturities and(Maturities others) {
        return new Maturities(
                Stream.concat(all.stream(), others.all.stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What facts add that count in every count of their measures. */
    public Map<String, Long> everywhere(Map<String, Long> amounts) {
        if (isEmpty()) {
            return amounts;
        }
        var more = new HashMap<>(amounts);
        for (Maturity maturity : all) {
            Long amount = amounts.get(maturity.measure());
            if (amount != null) {
                more.put(maturity.name(), amount);
            }
        }
        return more;
    }

    /** The counts of what has matured of a measure. */
    public Stream<String> of(String measure) {
        return all.stream()
                .filter(maturity -> maturity.measure().equals(measure))
                .map(Maturity::name);
    }
}
