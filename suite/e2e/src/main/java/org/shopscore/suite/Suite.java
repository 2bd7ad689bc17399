package org.shopscore.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shopscore.platform.Leftovers;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Platform;
import org.shopscore.platform.Ports;
import org.shopscore.platform.Together;

/** The platform and the four packaged services on it, each a process of its own. */
public final class Suite implements AutoCloseable {

    private final SuitePlan plan;
    private final Platform platform;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> replicas = new ArrayList<>();

    private Suite(SuitePlan plan) {
        this.plan = plan;
        this.platform = Platform.at(plan.data(), plan.ports(), plan.durability());
        for (Service service : Service.values()) {
            services.put(service, ServiceProcess.of(recipe(service, service.module(), service.in(plan.endpoints()))));
        }
    }

    private ServiceRecipe recipe(Service service, String folder, Endpoint endpoint) {
        return new ServiceRecipe(
                service,
                plan.data().resolve(folder),
                endpoint,
                plan.endpoints(),
                platform,
                plan.jvmArguments().getOrDefault(service, List.of()));
    }

    /** Handles for a suite that another JVM has started on the same plan. */
    public static Suite at(SuitePlan plan) {
        return new Suite(plan);
    }

    /** Everything in the folder, on free ports, ready when this returns. */
    public static Suite start(Path data) {
        return start(SuitePlan.free(data));
    }

    public static Suite start(SuitePlan plan) {
        Suite suite = at(plan);
        try {
            suite.startPlatform();
            suite.startServices();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /** The stores first: what an earlier run left in the folder is ended, databases and topics are made. */
    void startPlatform() {
        SuitePorts.requireDistinct(plan);
        Leftovers.end(plan.data());
        SuitePorts.requireFree(plan);
        Platform.start(plan.data(), plan.ports(), plan.durability());
        Together.on(List.of(Service.values()), service -> platform.createDatabase(service.database()));
        platform.createTopics();
    }

    void startServices() {
        try {
            Together.on(services.values(), service -> service.process().start());
        } catch (RuntimeException e) {
            close();
            SuitePorts.requireFree(plan);
            throw e;
        }
    }

    public Platform platform() {
        return platform;
    }

    public ServiceProcess service(Service service) {
        return services.get(service);
    }

    /** Where the messages to buyers are shown, unless the environment names a provider that takes them. */
    public Path buyersLog() {
        return service(Service.LOGISTICS).process().log().resolveSibling(ServiceRecipe.BUYERS_LOG);
    }

    public Endpoints endpoints() {
        return plan.endpoints();
    }

    /** Another replica of the service beside the first, on ports and in a folder of its own, ready when this returns. */
    public ServiceProcess replica(Service service, String... jvmArguments) {
        List<Integer> ports = Ports.free(2);
        ServiceRecipe usual = recipe(
                service, service.module() + "-" + (replicas.size() + 2), Endpoint.local(ports.get(0), ports.get(1)));
        List<String> arguments = new ArrayList<>(usual.jvmArguments());
        arguments.addAll(Arrays.asList(jvmArguments));
        ServiceProcess replica = ServiceProcess.of(
                new ServiceRecipe(service, usual.home(), usual.endpoint(), usual.suite(), usual.platform(), arguments));
        replicas.add(replica);
        replica.process().start();
        return replica;
    }

    /** Stores, services, replicas. */
    public List<LocalProcess> processes() {
        List<LocalProcess> all = new ArrayList<>(platform.stores());
        services.values().forEach(service -> all.add(service.process()));
        replicas.forEach(replica -> all.add(replica.process()));
        return all;
    }

    /** Stops the services, then the stores, in good order; the data stays. */
    @Override
    public void close() {
        List<ServiceProcess> all = new ArrayList<>(services.values());
        all.addAll(replicas);
        Together.on(all, service -> service.process().stop());
        platform.close();
        Leftovers.end(plan.data());
    }
}
