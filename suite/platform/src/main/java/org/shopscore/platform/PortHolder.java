package org.shopscore.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as {@code /proc} lets us see. */
final class PortHolder {

    private static final String LISTEN = "0A";

    private PortHolder() {}

    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.trim().split("\\s+"))
                .filter(row -> row.length > 9 && row[1].endsWith(":%04X".formatted(port)) && row[3].equals(LISTEN))
                .map(row -> "socket:[" + row[9] + "]")
                .flatMap(socket -> ProcessHandle.allProcesses().filter(process -> holds(process, socket)))
                .findFirst()
                .map(process -> "%s (pid %d)".formatted(name(process), process.pid()));
    }

    private static String name(ProcessHandle process) {
        return lines(Path.of("/proc", String.valueOf(process.pid()), "comm")).stream()
                .findFirst()
                .orElse("a process");
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return open.anyMatch(file -> target(file).equals(socket));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            return List.of();
        }
    }
}
