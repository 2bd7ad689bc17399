package org.shopscore.suite.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Team;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.screen.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shopscore reconcile}: do the services' rows and the aggregator's tiles say the same? */
@Command(
        name = "reconcile",
        description =
                "Compare what the services' rows contribute with the aggregator's tiles; exit code 0 only when equal.",
        mixinStandardHelpOptions = true)
public final class ReconcileCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SHOWN = 50;

    @Option(names = "--repair", description = "Send what is missing, then compare again.")
    private boolean repair;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), wire -> compare(wire) ? 0 : 1);
    }

    private boolean compare(Wire wire) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var sources = new Table("source", "equal", "differences", "missing numbers", "stale rows", "repaired");
        var differences = new Table("source", "lane", "shop", "day", "measure", "rows", "tiles");
        boolean equal = true;
        for (Team team : Team.values()) {
            var answer = ask(wire, team);
            equal &= answer.map(json -> json.path("equal").asBoolean()).orElse(false);
            answer.ifPresent(json -> add(json, sources, differences));
        }
        out.print(sources.text());
        if (!differences.isEmpty()) {
            out.println();
            out.print(differences.text());
        }
        out.flush();
        return equal;
    }

    private Optional<JsonNode> ask(Wire wire, Team team) throws InterruptedException {
        try {
            var path = "/ops/reconcile" + (repair ? "?repair=true" : "");
            var reply = wire.post(team.in(wire.suite()).management(), path, PATIENCE);
            if (reply.isGood()) {
                return Optional.of(reply.json());
            }
            spec.commandLine()
                    .getErr()
                    .println(team + " could not compare: "
                            + reply.json().path("detail").asText("HTTP " + reply.status()));
        } catch (IOException e) {
            spec.commandLine().getErr().println(team + " gave no answer: " + e);
        }
        return Optional.empty();
    }

    private static void add(JsonNode json, Table sources, Table differences) {
        var source = json.path("source").asText();
        var found = json.path("differences");
        sources.row(
                source,
                json.path("equal").asBoolean() ? "yes" : "NO",
                found.size(),
                json.path("holes").asInt(),
                json.path("staleRows").asInt(),
                json.path("repaired").asInt());
        for (int i = 0; i < Math.min(found.size(), SHOWN); i++) {
            var difference = found.get(i);
            differences.row(
                    source,
                    difference.path("lane").asInt(),
                    difference.path("shop").asText(),
                    difference.path("day").asText(),
                    difference.path("measure").asText(),
                    difference.path("rows").asLong(),
                    difference.path("tiles").asLong());
        }
    }
}
