package org.shopscore.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.platform.Jvm;

/**
 * What a command of the launcher did, run as a person runs it beside a suite.
 *
 * @param output everything it printed
 */
public record Launched(int exitCode, String output) {

    public static Launched run(Endpoints suite, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Jvm.java(), "-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
        command.addAll(List.of("-cp", Jvm.classPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (Service service : Service.values()) {
            var endpoint = service.in(suite);
            var variable = "SHOPSCORE_" + service.name();
            builder.environment()
                    .put(variable + "_PORT", String.valueOf(endpoint.http().getPort()));
            builder.environment()
                    .put(
                            variable + "_MANAGEMENT_PORT",
                            String.valueOf(endpoint.management().getPort()));
        }
        Process process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launched(process.waitFor(), output);
    }
}
