package org.shopscore.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one platform of a test JVM, under {@code target/platform-PID}. What runs stands in a system property, because a test
 * framework may load this class more than once.
 */
final class TestPlatform {

    private static final String RUNNING = "org.shopscore.platform.running";
    private static final String PREFIX = "platform-";

    private TestPlatform() {}

    static synchronized Platform start(Durability durability) {
        if (System.getProperty(RUNNING) == null) {
            clearDeadRuns();
            Platform platform = Platform.start(folder(), Ports.free(), durability);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform), "platform"));
            note(platform);
        }
        Platform platform = running();
        return platform.durability() == durability ? platform : changed(platform, durability);
    }

    private static Platform changed(Platform before, Durability durability) {
        Platform after = Platform.at(folder(), before.ports(), durability);
        after.postgres().restart();
        return note(after);
    }

    private static Platform note(Platform platform) {
        Ports ports = platform.ports();
        System.setProperty(
                RUNNING,
                "%d %d %d %d %s"
                        .formatted(
                                ports.postgres(),
                                ports.redis(),
                                ports.kafka(),
                                ports.kafkaController(),
                                platform.durability()));
        return platform;
    }

    static Platform running() {
        String noted = System.getProperty(RUNNING);
        if (noted == null) {
            throw new IllegalStateException("no platform in this JVM: the test needs PlatformResource");
        }
        List<String> parts = List.of(noted.split(" "));
        List<Integer> ports = parts.subList(0, 4).stream().map(Integer::valueOf).toList();
        return Platform.at(
                folder(),
                new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3)),
                Durability.valueOf(parts.getLast()));
    }

    private static void end(Platform platform) {
        platform.close();
        Folders.delete(folder());
    }

    private static Path folder() {
        return Path.of("target", PREFIX + ProcessHandle.current().pid()).toAbsolutePath();
    }

    /** What test JVMs that were killed have left behind. */
    private static void clearDeadRuns() {
        for (Path folder : runs()) {
            long pid = Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
            if (ProcessHandle.of(pid).isEmpty() || folder.equals(folder())) {
                Leftovers.end(folder);
                Folders.delete(folder);
            }
        }
    }

    private static List<Path> runs() {
        try (Stream<Path> all = Files.list(Files.createDirectories(folder().getParent()))) {
            return all.filter(path -> path.getFileName().toString().matches(PREFIX + "[0-9]+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
