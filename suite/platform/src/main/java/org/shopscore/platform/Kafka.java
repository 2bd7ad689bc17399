package org.shopscore.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One KRaft broker and controller in a JVM of its own. */
record Kafka(Path home, int port, int controllerPort, Durability durability) implements Recipe {

    @Override
    public String name() {
        return "kafka";
    }

    private Path temporary() {
        return home.resolve("tmp");
    }

    @Override
    public void prepare() throws IOException {
        Folders.delete(temporary());
        Files.createDirectories(temporary());
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        // Where a test asks for speed the broker is gone before a better compiler has paid.
        command.addAll(durability == Durability.FAST ? Jvm.quick(256, temporary()) : Jvm.small(256, temporary()));
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", Jvm.classPath()));
        command.addAll(List.of(KafkaMain.class.getName(), home.toString()));
        command.addAll(List.of(String.valueOf(port), String.valueOf(controllerPort)));
        return command;
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
