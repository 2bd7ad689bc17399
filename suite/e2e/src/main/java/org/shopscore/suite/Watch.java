package org.shopscore.suite;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.LogTail;
import org.shopscore.suite.simulate.Demo;

/** What a person sees while the suite runs: the score of a demo shop as it moves, and what has died. */
final class Watch {

    private static final long STEP_MILLIS = 1_000;
    private static final int LOG_LINES = 15;

    private final Suite suite;
    private final PrintWriter out;
    private final boolean demo;
    private final Set<LocalProcess> dead = new HashSet<>();

    Watch(Suite suite, PrintWriter out, boolean demo) {
        this.suite = suite;
        this.out = out;
        this.demo = demo;
    }

    /** Until the end. */
    void run(Ending ending) throws InterruptedException {
        Thread feeder = Thread.ofVirtual().unstarted(() -> new Demo().run(suite.endpoints()));
        try (ScoreLine line = new ScoreLine(suite.endpoints(), out)) {
            if (demo) {
                feeder.start();
            }
            out.println("Ctrl-C stops everything");
            out.flush();
            while (!ending.within(STEP_MILLIS)) {
                suite.processes().forEach(this::reportDeath);
                if (demo) {
                    line.show();
                }
            }
        } catch (InterruptedException e) {
            if (!ending.hasBegun()) {
                throw e;
            }
        } finally {
            feeder.interrupt();
        }
    }

    private void reportDeath(LocalProcess process) {
        if (process.alive()) {
            dead.remove(process);
        } else if (dead.add(process)) {
            out.printf(
                    "%n%s has ended; the end of %s:%n%s%n",
                    process.name(), process.log(), LogTail.of(process.log(), LOG_LINES));
            out.flush();
        }
    }
}
