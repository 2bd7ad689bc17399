package org.shopscore.suite.simulate;

/**
 * A synthetic shop.
 *
 * @param ordersPerDay how many buyers pay on an average day
 */
record Shop(String id, Quality quality, int ordersPerDay) {

    private static final String[] CITIES = {
        "hangzhou", "yiwu", "guangzhou", "shenzhen", "chengdu", "suzhou", "quanzhou", "qingdao", "wuhan", "xian"
    };
    private static final Quality[] QUALITIES = {Quality.GOOD, Quality.AVERAGE, Quality.BAD, Quality.AVERAGE};

    /** The shop of that number: quality and size follow from it alone, so that a larger cast holds the smaller one. */
    static Shop number(int number) {
        var quality = QUALITIES[number % QUALITIES.length];
        var id = CITIES[number % CITIES.length] + "-%03d".formatted(number + 1);
        return new Shop(id, quality, 20 + 7 * (number % 5));
    }
}
