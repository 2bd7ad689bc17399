package org.shopscore.suite;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shopscore.platform.Leftovers;

/** Stops the suite when this JVM ends, be it by Ctrl-C, SIGTERM or a failed start, also in the middle of its start. */
final class Ending {

    /** A main thread that still starts something after that hangs in it; its processes are ended and the JVM with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Suite suite;
    private final Path folder;
    private final PrintWriter out;
    private final Thread main = Thread.currentThread();
    private final Thread hook = new Thread(this::onSignal, "ending");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);

    private Ending(Suite suite, Path folder, PrintWriter out) {
        this.suite = suite;
        this.folder = folder;
        this.out = out;
    }

    static Ending of(Suite suite, Path folder, PrintWriter out) {
        Ending ending = new Ending(suite, folder, out);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Whether the end has come within the time. */
    boolean within(long millis) throws InterruptedException {
        return hasBegun() || begun.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The main thread's last word: what is stopped now stays stopped. */
    void nothingStartsAnyMore() {
        settled.countDown();
    }

    /** The suite goes on without this JVM. */
    void cancel() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void onSignal() {
        begun.countDown();
        if (settled.getCount() > 0) {
            main.interrupt();
            out.printf("%nStopping%n");
            out.flush();
        }
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Leftovers.end(folder);
        }
    }

    private void stop() throws InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        do {
            suite.close();
        } while (!settled.await(100, TimeUnit.MILLISECONDS) && System.nanoTime() < giveUpAt);
        suite.close();
    }
}
