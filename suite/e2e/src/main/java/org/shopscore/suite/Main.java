package org.shopscore.suite;

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
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::tell)
                .execute(args));
    }

    /** What a person can put right is one line; a stack trace is for what we did not foresee. */
    private static int tell(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof PlatformProblem) {
            command.getErr().println(e.getMessage());
            return 1;
        }
        throw e;
    }
}
