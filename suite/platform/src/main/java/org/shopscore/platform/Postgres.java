package org.shopscore.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL on loopback; the superuser is {@code postgres} and, on loopback only, not asked for a password. */
record Postgres(Path home, int port, Durability durability) implements Recipe {

    private static final int LINE_OF_STATUS = 7;

    /** A standby can be read. */
    private static final Set<String> USABLE = Set.of("ready", "standby");

    @Override
    public String name() {
        return "postgres";
    }

    Path data() {
        return home.resolve("data");
    }

    /** initdb works beside the final place, so that a folder named {@code data} is always a whole one. */
    @Override
    public void prepare() throws IOException {
        if (isRoot()) {
            requireNamespace();
        }
        if (Files.isDirectory(data())) {
            return;
        }
        Path half = home.resolve("data.new");
        Folders.delete(half);
        List<String> initdb = new ArrayList<>(program("initdb"));
        initdb.addAll(List.of("-D", half.toString(), "-U", "postgres", "--auth=trust", "--no-instructions"));
        initdb.addAll(List.of("--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"));
        run(initdb);
        Files.move(half, data());
    }

    private void run(List<String> command) throws IOException {
        Path log = home.resolve("initdb.log");
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new PlatformProblem("PostgreSQL's data folder could not be made: " + LogTail.of(log, 2));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PlatformProblem("interrupted while PostgreSQL's data folder was made", e);
        }
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(program("postgres"));
        command.addAll(List.of("-D", data().toString(), "-p", String.valueOf(port)));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return command;
    }

    private Map<String, String> settings() {
        String safe = durability == Durability.DURABLE ? "on" : "off";
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("shared_buffers", "96MB"),
                Map.entry("max_connections", "100"),
                Map.entry("max_wal_size", "512MB"),
                // Tables that start empty grow fast here; a plan made for an empty one lasts until somebody has counted
                // again.
                Map.entry("autovacuum_naptime", "5s"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("fsync", safe),
                Map.entry("full_page_writes", safe),
                Map.entry("synchronous_commit", "on"));
    }

    /** PostgreSQL refuses root; in a user namespace of its own it is nobody, and the files stay ours. */
    private static List<String> program(String name) {
        String path = Unpacked.postgres().resolve("bin").resolve(name).toString();
        return isRoot() ? List.of("unshare", "-U", path) : List.of(path);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Some containers forbid it, and what PostgreSQL would say then does not help. */
    private static void requireNamespace() throws IOException {
        Process tried = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .start();
        String said = new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (tried.onExit().join().exitValue() != 0) {
            throw new PlatformProblem(
                    "PostgreSQL refuses to run as root, and root may make no user namespace here (%s): start the suite as another user"
                            .formatted(said));
        }
    }

    /** What pg_ctl looks at too: the postmaster writes its status into its pid file. */
    @Override
    public boolean ready(long pid) {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() > LINE_OF_STATUS
                    && lines.getFirst().trim().equals(String.valueOf(pid))
                    && USABLE.contains(lines.get(LINE_OF_STATUS).trim());
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Fast shutdown: TERM would wait until every client has gone. */
    @Override
    public String stopSignal() {
        return "INT";
    }
}
