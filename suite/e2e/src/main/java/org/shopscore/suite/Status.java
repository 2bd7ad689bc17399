package org.shopscore.suite;

import java.util.concurrent.Callable;
import org.shopscore.platform.LocalProcess;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.screen.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how each process is, and how far the log and the outboxes are behind. */
@Command(
        name = "status",
        description = "Shows health, lag and outbox age; exit code 1 when something is down.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Suite suite = Suite.at(SuitePlan.usual(data.folder(), System.getenv()));
        Table table = new Table("", "state", "pid", "memory MiB", "behind", "log");
        boolean allUp = true;
        try (Behind behind = new Behind(suite, new Wire(suite.endpoints()))) {
            for (LocalProcess process : suite.processes()) {
                allUp &= process.ready();
                table.row(
                        process.name(),
                        state(process),
                        process.alive() ? process.pid() : "-",
                        process.alive() ? Memory.residentMebibytes(process) : "-",
                        behind.of(process),
                        process.log());
            }
        }
        spec.commandLine().getOut().print(table.text());
        spec.commandLine().getOut().flush();
        return allUp ? 0 : 1;
    }

    private static String state(LocalProcess process) {
        if (!process.alive()) {
            return "down";
        }
        return process.ready() ? "up" : "not ready";
    }
}
