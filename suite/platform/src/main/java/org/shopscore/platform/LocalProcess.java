package org.shopscore.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process of the suite with a pid, in a session of its own so that a Ctrl-C meant for its starter does not reach it.
 * The handle outlives the process: it can be killed and started again, and be taken up by another JVM from the pid file.
 */
public final class LocalProcess {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int LOG_LINES = 8;

    private final Recipe recipe;

    public LocalProcess(Recipe recipe) {
        this.recipe = recipe;
    }

    public String name() {
        return recipe.name();
    }

    /** Everything it wrote to its output, over all its lives. */
    public Path log() {
        return recipe.home().resolve(name() + ".log");
    }

    /** Ends what an earlier run left in its folder, starts it and waits until it is ready. */
    public void start() {
        long written;
        endLeftovers();
        try {
            Files.createDirectories(recipe.home());
            recipe.prepare();
            written = LogTail.length(log());
            spawn();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name(), e);
        }
        boolean decided = Await.within(
                recipe.patience(),
                () -> !alive() || handle().map(p -> recipe.ready(p.pid())).orElse(false));
        if (!decided || !alive()) {
            String why = alive() ? "is not ready after " + recipe.patience().toSeconds() + " s" : "ended at its start";
            kill();
            throw new PlatformProblem("%s %s; the end of %s:%n%s"
                    .formatted(name(), why, log(), LogTail.since(written, log(), LOG_LINES)));
        }
    }

    private void spawn() throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(recipe.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(recipe.home().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().putAll(recipe.environment());
        Files.writeString(pidFile(), String.valueOf(builder.start().pid()));
    }

    public long pid() {
        return handle().orElseThrow(() -> new IllegalStateException(name() + " is not running"))
                .pid();
    }

    public boolean alive() {
        return handle().isPresent();
    }

    /** Whether it runs and says that it can be used. */
    public boolean ready() {
        return handle().map(process -> recipe.ready(process.pid())).orElse(false);
    }

    private Optional<ProcessHandle> handle() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile()).trim());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Leftovers.worksIn(process, recipe.home()));
        } catch (IOException | NumberFormatException notStarted) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return recipe.home().resolve(name() + ".pid");
    }

    /** SIGKILL for it and its children, as if the machine had taken them. */
    public void kill() {
        Signal.KILL.to(family());
        awaitEnd();
    }

    /** SIGSTOP for it and its children: sockets stay open, nothing answers. */
    public void pause() {
        Signal.STOP.to(family());
    }

    public void resume() {
        Signal.CONT.to(family());
    }

    /** Stops it in good order if it runs, and starts it again on the same data and ports. */
    public void restart() {
        stop();
        start();
    }

    /** Ends it in good order, or by force when it does not listen. */
    public void stop() {
        handle().ifPresent(process -> {
            Signal.CONT.to(family());
            Signal.valueOf(recipe.stopSignal()).to(List.of(process));
        });
        if (!Await.within(STOP_PATIENCE, () -> !alive())) {
            kill();
        }
        endLeftovers();
    }

    private List<ProcessHandle> family() {
        return handle().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    private void awaitEnd() {
        if (!Await.within(STOP_PATIENCE, () -> !alive())) {
            throw new IllegalStateException(name() + " survives SIGKILL");
        }
    }

    private void endLeftovers() {
        Leftovers.end(recipe.home());
    }
}
