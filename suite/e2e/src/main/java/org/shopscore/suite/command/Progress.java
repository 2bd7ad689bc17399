package org.shopscore.suite.command;

import java.io.Console;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.shopscore.suite.fact.Delivery;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Tally;
import org.shopscore.suite.fact.Wire;

/** Sends stories with a progress bar. */
public final class Progress {

    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int LINE = 100;

    private final Wire wire;

    public Progress(Wire wire) {
        this.wire = wire;
    }

    public Tally send(Collection<Story> stories) {
        var tally = new Tally();
        long facts = stories.stream().mapToLong(story -> story.facts().size()).sum();
        try (ProgressBar bar = bar("Sending facts", facts)) {
            new Delivery(new Sender(wire, PATIENCE), AT_ONCE, (fact, answer) -> {
                        tally.count(fact, answer);
                        bar.step();
                    })
                    .tell(stories.stream());
        }
        return tally;
    }

    /** A bar for a terminal, lines now and then for a file or a pipe. */
    public static ProgressBar bar(String task, long most) {
        var bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed();
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? bar.setUpdateIntervalMillis(200).build() : lineByLine(bar);
    }

    private static ProgressBar lineByLine(ProgressBarBuilder bar) {
        return bar.setUpdateIntervalMillis(5_000)
                .setConsumer(new DelegatingProgressBarConsumer(System.out::println, LINE))
                .build();
    }
}
