package org.shopscore.aggregator.policy.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two documents given as maps, lists and texts. Lists of things with names are compared thing by thing, whatever their order;
 * tables and conditions as a whole.
 */
public final class Diff {

    private static final List<String> NAMES = List.of("id", "code", "group", "category");

    /** Told figure by figure also where they are new or gone. */
    private static final String WEIGHTS = "categoryWeights";

    /** Texts that may look like figures and are none. */
    private static final Set<String> NAMING = Set.of("policyId", "version", "target", "dimension", "unit");

    private static final Set<String> WHOLE = Set.of("grant", "revoke", "recommend", "when", "personalShop");

    private final List<Change> changes = new ArrayList<>();

    /** In the order of the documents. */
    public static List<Change> between(Map<String, ?> was, Map<String, ?> is) {
        var diff = new Diff();
        diff.compare(List.of(), was, is);
        return List.copyOf(diff.changes);
    }

    private void compare(List<String> path, Map<?, ?> was, Map<?, ?> is) {
        Set<Object> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (Object key : keys) {
            var inner = new ArrayList<>(path);
            inner.add(String.valueOf(key));
            compare(inner, Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key)));
        }
    }

    private void compare(List<String> path, Optional<?> was, Optional<?> is) {
        Optional<Map<?, ?>> before = was.flatMap(part -> members(path, part));
        Optional<Map<?, ?>> after = is.flatMap(part -> members(path, part));
        boolean isBoth = before.isPresent() && after.isPresent();
        if (isBoth || (isWeights(path) && (before.isPresent() || after.isPresent()))) {
            compare(path, before.orElse(Map.of()), after.orElse(Map.of()));
        } else if (!(NAMING.contains(path.getLast()) ? was.equals(is) : isSame(was, is))) {
            changes.add(new Change(path, was.map(Plain::text), is.map(Plain::text)));
        }
    }

    /** Empty for what is compared as a whole. */
    private static Optional<Map<?, ?>> members(List<String> path, Object part) {
        if (isWeights(path)) {
            return weights(path, part);
        }
        if (WHOLE.contains(path.getLast())) {
            return Optional.empty();
        }
        return switch (part) {
            case Map<?, ?> object -> Optional.of(object);
            case List<?> list -> byName(list);
            default -> Optional.empty();
        };
    }

    private static boolean isWeights(List<String> path) {
        return path.getFirst().equals(WEIGHTS);
    }

    /** The name of a category is told with each of its figures, and is none itself. */
    private static Optional<Map<?, ?>> weights(List<String> path, Object part) {
        return switch (part) {
            case List<?> list -> byName(list).or(() -> Optional.of(Map.of()));
            case Map<?, ?> object
            when path.size() == 2 -> {
                var figures = new LinkedHashMap<Object, Object>(object);
                figures.remove("category");
                yield Optional.of(figures);
            }
            case Map<?, ?> object -> Optional.of(object);
            default -> Optional.empty();
        };
    }

    private static Optional<Map<?, ?>> byName(List<?> list) {
        var named = new LinkedHashMap<String, Object>();
        for (Object item : list) {
            Optional<String> name = item instanceof Map<?, ?> object
                    ? NAMES.stream().filter(object::containsKey).findFirst().map(key -> String.valueOf(object.get(key)))
                    : Optional.empty();
            name.ifPresent(is -> named.put(is, item));
        }
        return named.size() == list.size() && !list.isEmpty() ? Optional.of(named) : Optional.empty();
    }

    /** A figure that is only written otherwise is the same. */
    private static boolean isSame(Optional<?> was, Optional<?> is) {
        if (was.equals(is)) {
            return true;
        }
        Optional<BigDecimal> before = was.flatMap(Diff::figure);
        return before.isPresent()
                && is.flatMap(Diff::figure)
                        .filter(after -> after.compareTo(before.get()) == 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> figure(Object part) {
        try {
            return Optional.of(new BigDecimal(String.valueOf(part)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Diff() {}
}
