package org.shopscore.suite.fact;

import org.shopscore.suite.Endpoint;
import org.shopscore.suite.Endpoints;

/** Whose service takes a fact. */
public enum Team {
    LOGISTICS,
    AFTER_SALES,
    CUSTOMER_SERVICE;

    public Endpoint in(Endpoints suite) {
        return switch (this) {
            case LOGISTICS -> suite.logistics();
            case AFTER_SALES -> suite.afterSales();
            case CUSTOMER_SERVICE -> suite.customerService();
        };
    }
}
