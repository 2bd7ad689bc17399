package org.shopscore.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.shopscore.platform.Await;
import org.shopscore.platform.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a suite by its data folder alone, whether its launcher is there, has left or has crashed. */
@Command(name = "down", description = "Stops everything; the data stays.", mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = data.folder();
        boolean launched = Claim.holder(folder).map(ProcessHandle::destroy).orElse(false);
        if (launched) {
            Await.within(PATIENCE, () -> Claim.holder(folder).isEmpty());
        }
        List<ProcessHandle> left = Leftovers.in(folder);
        if (!left.isEmpty()) {
            DemoRecipe.in(folder).stop();
            Suite.at(SuitePlan.usual(folder, System.getenv())).close();
        }
        Background.clear(folder);
        spec.commandLine()
                .getOut()
                .println(launched || !left.isEmpty() ? "Stopped" : "Nothing was running in " + folder);
        return 0;
    }
}
