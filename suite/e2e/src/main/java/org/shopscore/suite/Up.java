package org.shopscore.suite;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shopscore.platform.Folders;
import org.shopscore.platform.Leftovers;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.PlatformProblem;
import org.shopscore.suite.screen.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, shows where it is, and keeps it running. */
@Command(
        name = "up",
        description = "Starts PostgreSQL, Redis, Kafka and the four services; Ctrl-C stops them all.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    /** A Ctrl-C ends what is just being started, which this thread may notice before the JVM calls the signal one. */
    private static final long SIGNAL_MILLIS = 300;

    @Option(
            names = "--detach",
            description = "return when all is healthy and leave it running; ./shopscore down stops it")
    private boolean detach;

    @Option(names = "--no-demo", description = "feed no demo shops")
    private boolean noDemo;

    @Option(names = "--fresh", description = "throw away the data of earlier runs first")
    private boolean fresh;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data.folder();
        try (Claim _ = Claim.on(folder).orElseThrow(() -> running(folder))) {
            if (Background.isNoted(folder) && !Leftovers.in(folder).isEmpty()) {
                throw running(folder);
            }
            Background.clear(folder);
            return run(folder);
        }
    }

    private static PlatformProblem running(Path folder) {
        return new PlatformProblem(
                "The suite in %s is running already: ./shopscore status shows it, ./shopscore down stops it"
                        .formatted(folder));
    }

    private int run(Path folder) throws InterruptedException {
        Suite suite = Suite.at(SuitePlan.usual(folder, System.getenv()));
        Ending ending = Ending.of(suite, folder, out());
        try {
            start(suite, folder);
            if (detach) {
                ending.cancel();
                leave(folder);
                return 0;
            }
            new Watch(suite, out(), !noDemo).run(ending);
            return 0;
        } catch (RuntimeException e) {
            if (ending.within(SIGNAL_MILLIS)) {
                return 0;
            }
            throw e;
        } finally {
            ending.nothingStartsAnyMore();
        }
    }

    private void start(Suite suite, Path folder) {
        if (fresh) {
            Leftovers.end(folder);
            suite.processes().forEach(process -> Folders.delete(process.log().getParent()));
        }
        Stopwatch watch = Stopwatch.start();
        suite.startPlatform();
        out().printf("PostgreSQL, Redis and Kafka are up after %s; starting the services%n", watch);
        suite.startServices();
        out().printf("All services are healthy after %s%n%n%s%n", watch, table(suite));
        out().printf("Messages to buyers are shown in %s%n%n", suite.buyersLog());
    }

    private static String table(Suite suite) {
        Table table = new Table("", "URL", "health, metrics", "pid", "log");
        for (Service service : Service.values()) {
            ServiceProcess one = suite.service(service);
            table.row(
                    service.module(),
                    one.endpoint().http(),
                    one.endpoint().management(),
                    pid(one.process()),
                    one.process().log());
        }
        suite.platform()
                .stores()
                .forEach(store ->
                        table.row(store.name(), StoreAddress.of(suite.platform(), store), "", pid(store), store.log()));
        return table.text();
    }

    /** What has died since it was ready is told by {@link Watch} and by {@code status}. */
    private static String pid(LocalProcess process) {
        return process.alive() ? String.valueOf(process.pid()) : "-";
    }

    private void leave(Path folder) {
        Background.note(folder);
        if (!noDemo) {
            DemoRecipe.in(folder).start();
        }
        out().println("It goes on in the background: ./shopscore status shows it, ./shopscore down stops it");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
