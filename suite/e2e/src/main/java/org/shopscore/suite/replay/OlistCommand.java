package org.shopscore.suite.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.command.Report;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./shopscore replay olist}. */
@Command(
        name = "olist",
        description = "Replay the Olist marketplace tables (orders, order_items, order_reviews; .csv or .csv.gz).",
        mixinStandardHelpOptions = true)
final class OlistCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder with the tables; without it a small invented set that comes with the suite.")
    private Path folder;

    @Option(names = "--from", paramLabel = "DAY", description = "Only orders bought on this day or later.")
    private LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "Only orders bought on this day or earlier.")
    private LocalDate until;

    @Option(
            names = "--check-reference",
            description =
                    "Compare the measures with reference_seller_month.csv of the folder; exit code 1 if they differ.")
    private boolean checkReference;

    @Mixin
    private DataFolder data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::replay);
    }

    private int replay(Wire wire) throws IOException, InterruptedException {
        try (var set = folder == null ? Sample.olist() : Sample.at(folder)) {
            return replay(wire, set.path());
        }
    }

    private int replay(Wire wire, Path tables) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var selection = new Selection(Optional.ofNullable(from), Optional.ofNullable(until));
        var rows = Olist.read(tables).only(selection);
        if (rows.orders().isEmpty()) {
            spec.commandLine().getErr().println("No order was bought from " + selection + ".");
            return 1;
        }
        var olist = new OlistStories(rows);
        var stories = olist.stories();
        var outcome = new Replay(wire, data.path(), Clock.systemUTC(), out).run("olist", rowCounts(rows), stories);
        new Report(out).numbers("rows set right", olist.setRightByRule());
        var statDate = lastPurchaseDay(rows).plusWeeks(outcome.shift().weeks());
        out.printf("%nScores on %s, the last day of purchase:%n", statDate);
        out.print(new ScoreBoard(wire).on(statDate, shops(stories)));
        out.flush();
        boolean agrees = !checkReference || agrees(wire, tables, selection, stories, outcome.shift());
        return outcome.complete() && agrees ? 0 : 1;
    }

    private boolean agrees(Wire wire, Path tables, Selection selection, List<Story> stories, Shift shift)
            throws IOException, InterruptedException {
        var expected = Reference.read(tables).expected(selection);
        var days = Days.of(stories, shift);
        var result = new ReferenceCheck(wire, days.first(), days.last()).compare(expected);
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.print(result.table());
        result.differences().forEach(out::println);
        out.flush();
        return result.differences().isEmpty();
    }

    private static Map<String, Long> rowCounts(Olist rows) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("orders", (long) rows.orders().size());
        counts.put("items", Olist.count(rows.items()));
        counts.put("reviews", Olist.count(rows.reviews()));
        return counts;
    }

    private static LocalDate lastPurchaseDay(Olist rows) {
        return rows.orders().stream()
                .map(order -> BusinessDay.of(order.purchasedAt()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static List<String> shops(List<Story> stories) {
        return stories.stream().map(Story::shopId).distinct().collect(Collectors.toList());
    }
}
