package org.shopscore.aggregator.ingest.benchmark;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Platform;
import org.shopscore.platform.Ports;

/** The service as it is delivered, configured by environment as the suite does it. */
final class PackagedService implements Contestant {

    private static final Path PROGRAM =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final String DATABASE = "score_aggregator";
    private static final String GROUP = "score-aggregator";

    private final LocalProcess process;
    private final Platform platform;
    private final Log log;
    private final Http http;

    PackagedService(Platform platform, Log log, Path home) {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException("the service is not packaged: " + PROGRAM);
        }
        this.platform = platform;
        this.log = log;
        List<Integer> ports = Ports.free(2);
        http = new Http(URI.create("http://127.0.0.1:" + ports.get(0)), URI.create("http://127.0.0.1:" + ports.get(1)));
        var program = List.of("-jar", PROGRAM.toString());
        process = new LocalProcess(new JvmProcess("service", home, program, environment(ports), _ -> isReady()));
    }

    private Map<String, String> environment(List<Integer> ports) {
        return Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(ports.get(0)),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.get(1)),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_DATASOURCE_JDBC_URL", platform.jdbcUrl(DATABASE),
                "QUARKUS_DATASOURCE_REACTIVE_URL", platform.reactiveUrl(DATABASE),
                "QUARKUS_REDIS_HOSTS", platform.redisUrl(),
                "KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
    }

    private boolean isReady() {
        try {
            return http.ops("/q/health/ready").path("status").asText().equals("UP");
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public void start() {
        platform.createDatabase(DATABASE);
        process.start();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    Http http() {
        return http;
    }

    @Override
    public long applied() {
        long applied = 0;
        for (var partition : http.ops("/ops/ingest").path("partitions")) {
            applied += partition.path("nextOffset").asLong();
        }
        return applied;
    }

    /** The group's offset never passes a record whose score has not been told. */
    @Override
    public long visible() {
        return log.committed(GROUP);
    }

    @Override
    public String check(Expected expected) {
        return new Check(http, expected).all();
    }

    @Override
    public void stop() {
        process.stop();
    }
}
