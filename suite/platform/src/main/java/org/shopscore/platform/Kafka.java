package org.shopscore.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One KRaft broker and controller in a JVM of its own. */
record Kafka(Path home, int port, int controllerPort) implements Recipe {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<String> command() {
        return List.of(
                Jvm.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Jvm.classPath(),
                KafkaMain.class.getName(),
                home.toString(),
                String.valueOf(port),
                String.valueOf(controllerPort));
    }

    @Override
    public boolean ready(long pid) {
        try {
            return Files.readString(readyFile(home)).equals(String.valueOf(pid));
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Holds the pid of the broker that has finished its start. */
    static Path readyFile(Path home) {
        return home.resolve("ready");
    }
}
