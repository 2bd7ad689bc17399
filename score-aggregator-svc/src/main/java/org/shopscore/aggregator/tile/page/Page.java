package org.shopscore.aggregator.tile.page;

/**
 * The page of a lane that a shop's tiles stand on. The count is part of what is stored: few enough that a poll's shops share pages,
 * so many that a million shops make pages of two kilobytes.
 *
 * @param day of the epoch
 */
record Page(int day, int number) {

    static final int COUNT = 512;

    static int of(String shopId) {
        int hash = shopId.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }
}
