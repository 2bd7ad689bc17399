package org.shopscore.aggregator.ingest.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.shopscore.platform.Durability;
import org.shopscore.platform.Leftovers;
import org.shopscore.platform.Platform;
import org.shopscore.platform.Ports;

/** PostgreSQL with every commit on disk, Redis and a broker, empty and for one load. */
final class Stores implements AutoCloseable {

    private final Path folder = Path.of("target", "ingest-benchmark").toAbsolutePath();
    final Platform platform;
    final Log log;

    Stores() {
        // Without Quarkus the clients would write down all they do.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        platform = Platform.start(empty(folder), Ports.free(), Durability.DURABLE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Leftovers.end(folder), "stores"));
        platform.createTopics();
        log = new Log(platform.bootstrapServers());
    }

    Contestant contestant(String form) {
        return switch (form) {
            case "service" -> new PackagedService(platform, log, folder.resolve(form));
            case "streams" -> new StreamsOpponent(platform, log, folder.resolve(form));
            default -> throw new IllegalArgumentException("forms are service and streams, was " + form);
        };
    }

    PackagedService service() {
        return new PackagedService(platform, log, folder.resolve("service"));
    }

    private static Path empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                Leftovers.end(folder);
                try (Stream<Path> all = Files.walk(folder)) {
                    all.sorted(Comparator.reverseOrder()).forEach(Stores::delete);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        log.close();
        Leftovers.end(folder);
        empty(folder);
    }
}
