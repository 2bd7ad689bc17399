package org.shopscore.suite;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shopscore.platform.Leftovers;

/** Stops the suite when this JVM ends, be it by Ctrl-C, SIGTERM or a failed start, also in the middle of its start. */
final class Ending {

    private final Suite suite;
    private final Path folder;
    private final Thread main = Thread.currentThread();
    private final Thread hook = new Thread(this::onSignal, "ending");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);

    private Ending(Suite suite, Path folder) {
        this.suite = suite;
        this.folder = folder;
    }

    static Ending of(Suite suite, Path folder) {
        Ending ending = new Ending(suite, folder);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Whether the end has come within the time. */
    boolean within(long millis) throws InterruptedException {
        return begun.await(millis, TimeUnit.MILLISECONDS);
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
        main.interrupt();
        try {
            do {
                suite.close();
            } while (!settled.await(100, TimeUnit.MILLISECONDS));
            suite.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Leftovers.end(folder);
    }
}
