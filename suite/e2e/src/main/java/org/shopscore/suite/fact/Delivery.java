package org.shopscore.suite.fact;

import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Tells many stories at once, each of them fact by fact. */
public final class Delivery {

    private final Sender sender;
    private final int atOnce;
    private final BiConsumer<Fact, Answer> heard;

    /**
     * @param atOnce stories in flight
     * @param heard  told of each fact's answer, by many threads
     */
    public Delivery(Sender sender, int atOnce, BiConsumer<Fact, Answer> heard) {
        this.sender = sender;
        this.atOnce = atOnce;
        this.heard = heard;
    }

    /** Returns when all are told. */
    public void tell(Stream<Story> stories) {
        var room = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stories.forEach(story -> {
                room.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        tell(story);
                    } finally {
                        room.release();
                    }
                });
            });
        }
    }

    private void tell(Story story) {
        boolean founded = true;
        for (Fact fact : story.facts()) {
            var answer = founded ? send(fact) : new Answer.NotSent();
            heard.accept(fact, answer);
            founded = founded
                    && (answer instanceof Answer.Taken || fact != story.facts().getFirst());
        }
    }

    private Answer send(Fact fact) {
        try {
            return sender.send(fact);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }
}
