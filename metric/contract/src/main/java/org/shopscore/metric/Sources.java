package org.shopscore.metric;

/** The services that emit events, as {@code ce_source} names them. */
public final class Sources {

    public static final String CUSTOMER_SERVICE = "/customer-service-svc";
    public static final String AFTER_SALES = "/after-sales-svc";
    public static final String LOGISTICS = "/logistics-svc";

    /** Owns no measure. */
    public static final String SCORE_AGGREGATOR = "/score-aggregator-svc";

    private Sources() {}
}
