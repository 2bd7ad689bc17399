package org.shopscore.suite.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./shopscore replay chat}. */
@Command(
        name = "chat",
        description = "Replay the reply times of customer care, each company a shop of its own.",
        mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "replies.csv or replies.csv.gz; without it a small invented file that comes with the suite.")
    private Path file;

    @Mixin
    private DataFolder data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::replay);
    }

    private int replay(Wire wire) throws IOException, InterruptedException {
        try (var set = file == null ? Sample.chat() : Sample.at(file)) {
            return replay(wire, set.path());
        }
    }

    private int replay(Wire wire, Path table) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var replies = ChatStories.read(table);
        var stories = ChatStories.stories(replies);
        var outcome = new Replay(wire, data.path(), Clock.systemUTC(), out)
                .run("chat", Map.of("replies", (long) replies.size()), stories);
        var statDate = BusinessDay.of(stories.getLast().facts().getFirst().at())
                .plusWeeks(outcome.shift().weeks());
        out.printf("%nScores on %s, the day of the last chat:%n", statDate);
        out.print(new ScoreBoard(wire)
                .on(statDate, stories.stream().map(Story::shopId).toList()));
        out.flush();
        return outcome.complete() ? 0 : 1;
    }
}
