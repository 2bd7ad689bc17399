package org.shopscore.metric;

/** The topics that cross a service boundary. */
public final class Topics {

    /** Metric events and heartbeats: {@link Lane#COUNT} partitions, key = shop id, LogAppendTime, 35 days. */
    public static final String METRIC_EVENTS = "metric-events";

    /** Records of {@link #METRIC_EVENTS} that could not be read or broke a bound, as they came, with the reason in headers. */
    public static final String QUARANTINE = "metric-events-quarantine";

    /** The newest facts of each order: {@link Lane#COUNT} partitions, compacted, key = shop id + "/" + order id. */
    public static final String ORDER_FACTS = "order-facts";

    /** Messages to buyers, for the notification provider: {@link Lane#COUNT} partitions, 7 days, key = shop id + "/" + order id. */
    public static final String NOTIFICATIONS = "notifications";

    /**
     * What holds of each shop's official score: {@link Lane#COUNT} partitions, that of the shop, compacted, key = shop id + "/" + what
     * it is about.
     */
    public static final String SCORE_CHANGES = "score-changes";

    /** What the platform knows of each shop: {@link Lane#COUNT} partitions, compacted, key = shop id. */
    public static final String SHOPS = "shops";

    /** Records of {@link #SHOPS} that could not be registered, as they came, with the reason in headers. */
    public static final String SHOPS_QUARANTINE = "shops-quarantine";

    private Topics() {}
}
