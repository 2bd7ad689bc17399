package org.shopscore.suite;

import java.net.URI;
import org.shopscore.platform.PortSetting;

/** The eight ports of the services, named as a person changes them. */
final class ServicePorts {

    private ServicePorts() {}

    static void requireFree(Endpoints endpoints) {
        for (Service service : Service.values()) {
            Endpoint endpoint = service.in(endpoints);
            require(service, "", endpoint.http());
            require(service, "_MANAGEMENT", endpoint.management());
        }
    }

    private static void require(Service service, String kind, URI address) {
        String variable = "SHOPSCORE_" + service.name() + kind + "_PORT";
        String what = service.module() + (kind.isEmpty() ? "" : ", management");
        new PortSetting(what, variable, address.getPort()).requireFree(address.getPort());
    }
}
