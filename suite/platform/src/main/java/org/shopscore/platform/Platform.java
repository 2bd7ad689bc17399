package org.shopscore.platform;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** PostgreSQL, Redis and Kafka as processes of this machine, reached on loopback, with data that survives a restart. */
public final class Platform implements AutoCloseable {

    private final Ports ports;
    private final Durability durability;
    private final PostgresServer postgres;
    private final LocalProcess redis;
    private final LocalProcess kafka;

    private Platform(Path data, Ports ports, Durability durability) {
        this.ports = ports;
        this.durability = durability;
        this.postgres = PostgresServer.at(data.resolve("postgres"), ports.postgres(), durability);
        this.redis = new LocalProcess(new Redis(data.resolve("redis"), ports.redis()));
        this.kafka =
                new LocalProcess(new Kafka(data.resolve("kafka"), ports.kafka(), ports.kafkaController(), durability));
    }

    /**
     * Starts all three side by side and returns when they can be used; what an earlier run left in the folder is ended first.
     *
     * @throws PlatformProblem that names the holder of a port, be it taken before or during the start
     */
    public static Platform start(Path data, Ports ports, Durability durability) {
        Path folder = data.toAbsolutePath().normalize();
        Leftovers.end(folder);
        ports.requireFree();
        Platform platform = at(folder, ports, durability);
        try {
            Together.on(platform.stores(), LocalProcess::start);
        } catch (RuntimeException e) {
            platform.close();
            ports.requireFree();
            throw e;
        }
        return platform;
    }

    /** Handles for a platform that another JVM started, or will start, on this folder and these ports. */
    public static Platform at(Path data, Ports ports, Durability durability) {
        return new Platform(data.toAbsolutePath().normalize(), ports, durability);
    }

    public LocalProcess postgres() {
        return postgres.process();
    }

    public LocalProcess redis() {
        return redis;
    }

    public LocalProcess kafka() {
        return kafka;
    }

    public List<LocalProcess> stores() {
        return List.of(postgres(), redis, kafka);
    }

    public Ports ports() {
        return ports;
    }

    public Durability durability() {
        return durability;
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        postgres.createDatabase(name);
    }

    /** Creates the suite's topics unless they exist; each partition can be written to when this returns. */
    public void createTopics() {
        SuiteTopics.create(bootstrapServers());
    }

    /** The same with topics of a test's own: the broker makes none by itself. */
    public void createTopics(Collection<NewTopic> topics) {
        SuiteTopics.create(bootstrapServers(), topics);
    }

    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    public String reactiveUrl(String database) {
        return postgres.reactiveUrl(database);
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + ports.redis();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Stops all three in good order; the data stays. */
    @Override
    public void close() {
        Together.on(stores(), LocalProcess::stop);
    }
}
