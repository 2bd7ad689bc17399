package org.shopscore.aggregator.tile;

import java.util.Arrays;

/**
 * Amounts by measure id, in sorted arrays; a measure that came to zero is not held.
 *
 * <p>Adding up goes round at the end of a long, so that the order does not matter: a whole that fits is right, whatever its parts.
 */
public final class Amounts {

    /** Nothing is added to a window's sum that would pass this: so sums of sums are still far from the end of a long. */
    public static final long MOST = 1L << 57;

    private short[] ids;
    private long[] amounts;
    private int size;

    public Amounts() {
        this(new short[4], new long[4], 0);
    }

    private Amounts(short[] ids, long[] amounts, int size) {
        this.ids = ids;
        this.amounts = amounts;
        this.size = size;
    }

    public Amounts copy() {
        return new Amounts(ids.clone(), amounts.clone(), size);
    }

    public int size() {
        return size;
    }

    public short id(int at) {
        return ids[at];
    }

    public long amount(int at) {
        return amounts[at];
    }

    /** @return 0 for a measure that is not held */
    public long get(short id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        return at < 0 ? 0 : amounts[at];
    }

    public void add(short id, long amount) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        if (at < 0) {
            insert(-at - 1, id, amount);
        } else {
            amounts[at] += amount;
            if (amounts[at] == 0) {
                remove(at);
            }
        }
    }

    /**
     * Adds in the ascending order of ids, without a search.
     *
     * @param from where the id before stood, 0 for the first
     * @return where the next one goes on
     */
    int addBehind(int from, short id, long amount) {
        int at = from;
        while (at < size && ids[at] < id) {
            at++;
        }
        if (at < size && ids[at] == id) {
            amounts[at] += amount;
            if (amounts[at] == 0) {
                remove(at);
                return at;
            }
            return at + 1;
        }
        insert(at, id, amount);
        return at;
    }

    public void add(Amounts others) {
        for (int at = 0; at < others.size; at++) {
            add(others.ids[at], others.amounts[at]);
        }
    }

    public void subtract(Amounts others) {
        for (int at = 0; at < others.size; at++) {
            add(others.ids[at], -others.amounts[at]);
        }
    }

    private void insert(int at, short id, long amount) {
        if (amount == 0) {
            return;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        System.arraycopy(ids, at, ids, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        ids[at] = id;
        amounts[at] = amount;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(ids, at + 1, ids, at, size - at - 1);
        System.arraycopy(amounts, at + 1, amounts, at, size - at - 1);
        size--;
    }
}
