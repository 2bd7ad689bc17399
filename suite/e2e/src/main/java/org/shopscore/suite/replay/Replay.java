package org.shopscore.suite.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shopscore.suite.command.Progress;
import org.shopscore.suite.command.Report;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Tally;
import org.shopscore.suite.fact.Wire;

/** Moves the stories of a data set into the present, sends them and waits until their measures have arrived. */
final class Replay {

    /** @param complete nothing was refused, left without an answer or still on its way */
    record Outcome(Shift shift, Tally tally, boolean complete) {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire;
    private final Path data;
    private final Clock clock;
    private final PrintWriter out;

    Replay(Wire wire, Path data, Clock clock, PrintWriter out) {
        this.wire = wire;
        this.data = data;
        this.clock = clock;
        this.out = out;
    }

    Outcome run(String set, Map<String, Long> rows, List<Story> stories) throws IOException, InterruptedException {
        var shift = new ShiftFile(data).shiftFor(set, stories, clock.instant());
        out.printf("All instants are moved by %d weeks, so that the last event is of the last days.%n", shift.weeks());
        out.flush();
        var moved = stories.stream().map(story -> story.movedBy(shift.weeks())).toList();
        var tally = new Progress(wire).send(moved);
        boolean arrived = new CatchUp(wire).within(PATIENCE);
        if (!arrived) {
            out.println("Not everything has arrived at the aggregator yet: ./shopscore status shows what waits.");
        }
        var report = new Report(out);
        report.numbers("rows read", rows);
        report.facts(tally);
        return new Outcome(shift, tally, arrived && isWhole(tally));
    }

    private static boolean isWhole(Tally tally) {
        return tally.byReason().isEmpty();
    }
}
