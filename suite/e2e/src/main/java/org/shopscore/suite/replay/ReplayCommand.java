package org.shopscore.suite.replay;

import org.shopscore.suite.replay.scms.ScmsCommand;
import picocli.CommandLine.Command;

/** {@code ./shopscore replay}: real data through the services' public APIs. */
@Command(
        name = "replay",
        description = "Send real marketplace data through the services' public APIs.",
        subcommands = {OlistCommand.class, ChatCommand.class, ScmsCommand.class},
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Runnable {

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
