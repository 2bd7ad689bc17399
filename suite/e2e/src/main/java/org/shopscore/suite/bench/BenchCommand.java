package org.shopscore.suite.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./shopscore bench}: figures of a running suite that anyone can take. */
@Command(
        name = "bench",
        description = "Measure the suite that runs.",
        subcommands = {BulkCommand.class, LatencyCommand.class, TrackingCommand.class, WebhooksCommand.class},
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
