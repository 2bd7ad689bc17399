package org.shopscore.suite;

import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.shopscore.platform.PlatformProblem;
import org.shopscore.suite.bench.BenchCommand;
import org.shopscore.suite.reconcile.ReconcileCommand;
import org.shopscore.suite.replay.ReplayCommand;
import org.shopscore.suite.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The launcher. */
@Command(
        name = "shopscore",
        description = "Runs the shop experience score suite on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            ReplayCommand.class,
            SimulateCommand.class,
            ReconcileCommand.class,
            BenchCommand.class,
            DemoCommand.class
        },
        footer = {"", "Also: ./shopscore test runs everything that must be green."})
public final class Main implements Callable<Integer> {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do:");
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static CommandLine command() {
        CommandLine command = new CommandLine(new Main()).setExecutionExceptionHandler(Main::tell);
        command.getSubcommands().get("up").getCommandSpec().usageMessage().footer(SuitePorts.help());
        return command;
    }

    /** An Error passes by every handler, and would end this thread alone. */
    private static int run(String... args) {
        try {
            return command().execute(args);
        } catch (Error e) {
            e.printStackTrace();
            return 1;
        }
    }

    /** What a person can put right is one line; a stack trace is for what we did not foresee. */
    private static int tell(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        switch (e) {
            case PlatformProblem problem -> command.getErr().println(problem.getMessage());
            case UncheckedIOException trouble -> command.getErr().println(FileTrouble.line(trouble));
            default -> throw e;
        }
        return 1;
    }
}
