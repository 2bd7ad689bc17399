package org.shopscore.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shopscore.platform.Durability;
import org.shopscore.platform.Ports;

/**
 * What a suite is to be: its folder, its ports, and what its JVMs are told.
 *
 * @param jvmArguments for each service that has any, such as {@code -Doutbox.poll=10s}
 */
public record SuitePlan(
        Path data, Ports ports, Endpoints endpoints, Durability durability, Map<Service, List<String>> jvmArguments) {

    public SuitePlan {
        data = data.toAbsolutePath().normalize();
        jvmArguments = Map.copyOf(jvmArguments);
    }

    /** On free ports, durable. */
    public static SuitePlan free(Path data) {
        List<Integer> ports = Ports.free(12);
        return new SuitePlan(
                data,
                new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3)),
                new Endpoints(
                        Endpoint.local(ports.get(4), ports.get(5)),
                        Endpoint.local(ports.get(6), ports.get(7)),
                        Endpoint.local(ports.get(8), ports.get(9)),
                        Endpoint.local(ports.get(10), ports.get(11))),
                Durability.DURABLE,
                Map.of());
    }

    /** On the usual ports, or where the environment says. */
    public static SuitePlan usual(Path data, Map<String, String> environment) {
        return new SuitePlan(data, Ports.of(environment), Endpoints.of(environment), Durability.DURABLE, Map.of());
    }

    /** With these arguments for the JVM of a service, besides those it has. */
    public SuitePlan with(Service service, String... arguments) {
        Map<Service, List<String>> more = new EnumMap<>(Service.class);
        more.putAll(jvmArguments);
        List<String> all = new ArrayList<>(more.getOrDefault(service, List.of()));
        all.addAll(List.of(arguments));
        more.put(service, List.copyOf(all));
        return new SuitePlan(data, ports, endpoints, durability, more);
    }

    public SuitePlan with(Durability other) {
        return new SuitePlan(data, ports, endpoints, other, jvmArguments);
    }
}
