package org.shopscore.aggregator.shop.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What many shops have in common, each kept once and named by its number. For some thousand different ones at most: they are never forgotten. */
public final class Common<T> {

    private final List<T> values = new CopyOnWriteArrayList<>();
    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();

    /** One writer at a time. */
    public int number(T value) {
        return numbers.computeIfAbsent(value, one -> {
            values.add(one);
            return values.size() - 1;
        });
    }

    public T of(int number) {
        return values.get(number);
    }

    public int size() {
        return values.size();
    }
}
