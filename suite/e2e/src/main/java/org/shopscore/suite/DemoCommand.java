package org.shopscore.suite;

import java.util.concurrent.Callable;
import org.shopscore.suite.simulate.Demo;
import picocli.CommandLine.Command;

/** The demo on its own, for a suite that goes on without its launcher. */
@Command(name = "demo", hidden = true)
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        new Demo().run(Endpoints.of(System.getenv()));
        return 0;
    }
}
