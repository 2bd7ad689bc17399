package org.shopscore.aggregator.change.stream;

import java.util.concurrent.Semaphore;

/** For those that catch up by a consumer of their own: so many at once, the others in the order in which they came. */
final class Places {

    private final Semaphore free;

    Places(int count) {
        this.free = new Semaphore(count, true);
    }

    void take() throws InterruptedException {
        free.acquire();
    }

    void leave() {
        free.release();
    }

    /** Whether anybody waits for one: who has one and cannot use it should leave it. */
    boolean areWanted() {
        return free.hasQueuedThreads();
    }
}
