package org.shopscore.suite;

import java.util.Map;
import org.shopscore.platform.PortSetting;

/** Where the four services of one suite answer. */
public record Endpoints(Endpoint aggregator, Endpoint customerService, Endpoint afterSales, Endpoint logistics) {

    private static final int TO_MANAGEMENT = 920;

    /**
     * The suite that {@code up} runs on this machine.
     *
     * @param environment may move a port: {@code SHOPSCORE_LOGISTICS_PORT}, {@code SHOPSCORE_LOGISTICS_MANAGEMENT_PORT} ...
     */
    public static Endpoints of(Map<String, String> environment) {
        return new Endpoints(
                of(environment, "AGGREGATOR", 8080),
                of(environment, "CUSTOMER_SERVICE", 8081),
                of(environment, "AFTER_SALES", 8082),
                of(environment, "LOGISTICS", 8083));
    }

    private static Endpoint of(Map<String, String> environment, String name, int port) {
        return Endpoint.local(
                new PortSetting(name, "SHOPSCORE_" + name + "_PORT", port).in(environment),
                new PortSetting(name, "SHOPSCORE_" + name + "_MANAGEMENT_PORT", port + TO_MANAGEMENT).in(environment));
    }
}
