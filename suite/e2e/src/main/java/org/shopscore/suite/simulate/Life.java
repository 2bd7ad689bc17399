package org.shopscore.suite.simulate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.BiConsumer;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Story;

/** Tells what happens from the start of a world on, each fact when its time has come. */
final class Life {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** A story and which of its facts comes next: only one of them is on its way at a time. */
    private record Telling(Story story, int next) {
        Fact fact() {
            return story.facts().get(next);
        }
    }

    private final World world;
    private final Sender sender;
    private final Clock clock;
    private final BiConsumer<Fact, Answer> heard;
    private final PriorityBlockingQueue<Telling> waiting = new PriorityBlockingQueue<>(
            1024, Comparator.comparing(telling -> telling.fact().at()));

    Life(World world, Sender sender, Clock clock, BiConsumer<Fact, Answer> heard) {
        this.world = world;
        this.sender = sender;
        this.clock = clock;
        this.heard = heard;
    }

    /** What history has begun and not told to its end. */
    void goOn(List<Story> begun) {
        begun.forEach(story -> waiting.add(new Telling(story, 0)));
    }

    /** Runs until its thread is interrupted. */
    void run(Instant start) throws InterruptedException {
        LocalDate day = world.dayAt(start);
        add(day, start);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!Thread.currentThread().isInterrupted()) {
                var now = clock.instant();
                while (!day.isAfter(world.dayAt(now.plus(LOOK)))) {
                    day = day.plusDays(1);
                    add(day, start);
                }
                var telling = waiting.peek();
                if (telling == null || telling.fact().at().isAfter(now)) {
                    Thread.sleep(LOOK);
                } else {
                    var due = waiting.take();
                    threads.execute(() -> tell(due));
                }
            }
        }
    }

    /** What began before the start is history. */
    private void add(LocalDate day, Instant start) {
        world.day(day).stream()
                .filter(story -> story.facts().getFirst().at().isAfter(start))
                .forEach(story -> waiting.add(new Telling(story, 0)));
    }

    private void tell(Telling telling) {
        try {
            var answer = sender.send(telling.fact());
            heard.accept(telling.fact(), answer);
            boolean founded = telling.next() > 0 || answer instanceof Answer.Taken;
            if (founded && telling.next() + 1 < telling.story().facts().size()) {
                waiting.add(new Telling(telling.story(), telling.next() + 1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
