package org.shopscore.aggregator.tile.page;

/**
 * The page of a lane that a shop's tiles stand on. The count is part of what is stored: few enough that a poll's shops share pages,
 * so many that a million shops make pages of two kilobytes.
 *
 * @param day of the epoch
 */
record Page(int day, int number) {

    static final int COUNT = 512;

    /** Asked for each tile that is folded. */
    @Override
    public int hashCode() {
        return day * COUNT + number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Page page && page.day == day && page.number == number;
    }

    static int of(String shopId) {
        int hash = shopId.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }
}
