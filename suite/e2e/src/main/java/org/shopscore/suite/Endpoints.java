package org.shopscore.suite;

import java.util.LinkedHashMap;
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
                of(environment, Service.AGGREGATOR),
                of(environment, Service.CUSTOMER_SERVICE),
                of(environment, Service.AFTER_SALES),
                of(environment, Service.LOGISTICS));
    }

    /** Each port with its name. */
    static Map<PortSetting, Integer> named(Endpoints endpoints) {
        Map<PortSetting, Integer> named = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            Endpoint endpoint = service.in(endpoints);
            named.put(api(service), endpoint.http().getPort());
            named.put(management(service), endpoint.management().getPort());
        }
        return named;
    }

    private static Endpoint of(Map<String, String> environment, Service service) {
        return Endpoint.local(api(service).in(environment), management(service).in(environment));
    }

    private static PortSetting api(Service service) {
        return new PortSetting(service.module(), "SHOPSCORE_" + service.name() + "_PORT", service.usualPort());
    }

    private static PortSetting management(Service service) {
        return new PortSetting(
                service.module() + ", management",
                "SHOPSCORE_" + service.name() + "_MANAGEMENT_PORT",
                service.usualPort() + TO_MANAGEMENT);
    }
}
