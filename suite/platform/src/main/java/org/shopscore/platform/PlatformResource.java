package org.shopscore.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a Quarkus test the real stores, started once per test JVM. Its arguments: {@code database} (else the module's
 * folder name, such as {@code logistics}) and {@code durability} ({@code FAST} unless {@code DURABLE}).
 */
public class PlatformResource implements QuarkusTestResourceLifecycleManager {

    /** Where nobody answers: the usual address may be that of a suite which runs beside the tests. */
    private static final String NO_AGGREGATOR = "http://127.0.0.1:1";

    private Map<String, String> arguments = Map.of();

    /** The running platform, for tests that kill, pause and restart its parts. */
    public static Platform platform() {
        return TestPlatform.running();
    }

    @Override
    public void init(Map<String, String> initArgs) {
        this.arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        String database = Optional.ofNullable(arguments.get("database")).orElseGet(PlatformResource::moduleName);
        Platform platform =
                TestPlatform.start(Durability.valueOf(arguments.getOrDefault("durability", Durability.FAST.name())));
        platform.createDatabase(database);
        platform.createTopics();
        return new HashMap<>(Map.of(
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "quarkus.datasource.jdbc.url", platform.jdbcUrl(database),
                "quarkus.datasource.reactive.url", platform.reactiveUrl(database),
                "quarkus.redis.hosts", platform.redisUrl(),
                "kafka.bootstrap.servers", platform.bootstrapServers(),
                "outbox.aggregator-url", NO_AGGREGATOR));
    }

    /** {@code logistics-svc} keeps its rows in {@code logistics}. */
    private static String moduleName() {
        return Path.of("")
                .toAbsolutePath()
                .getFileName()
                .toString()
                .replaceFirst("-svc$", "")
                .replace('-', '_');
    }

    /** The platform serves the whole test JVM and ends with it. */
    @Override
    public void stop() {}
}
