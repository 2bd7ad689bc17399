package org.shopscore.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's main: formats its folder when there is none, runs until it is told to end. */
final class KafkaMain {

    private static final String CONTROLLER = "CONTROLLER";

    private KafkaMain() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path log = home.resolve("log");
        if (!Files.isDirectory(log)) {
            format(home, log);
        }
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(log, Integer.parseInt(args[1]), Integer.parseInt(args[2])), false),
                Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        startUp(server);
        Files.writeString(
                Kafka.readyFile(home), String.valueOf(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    /** A broker that cannot start leaves threads of its controller behind, which would keep this process as if it still tried. */
    private static void startUp(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** Formats beside the final place, so that a folder named {@code log} is always a whole one. */
    private static void format(Path home, Path log) throws Exception {
        Path half = home.resolve("log.new");
        Folders.delete(half);
        Files.createDirectories(half);
        Formatter formatter = new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(half.toString());
        formatter.addDirectory(half.toString());
        formatter.run();
        Files.move(half, log);
    }

    private static Properties settings(Path log, int port, int controllerPort) throws IOException {
        Properties settings = new Properties();
        try (InputStream fixed = KafkaMain.class.getResourceAsStream("broker.properties")) {
            settings.load(fixed);
        }
        String address = "PLAINTEXT://127.0.0.1:" + port;
        settings.putAll(Map.of(
                "log.dirs",
                log.toString(),
                "listeners",
                address + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                address,
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort));
        return settings;
    }
}
