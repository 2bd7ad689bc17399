package org.shopscore.suite;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which folder a suite lives in. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "the folder with the stores' data and all logs, kept between runs (default: .shopscore in the checkout)")
    private Path folder;

    Path folder() {
        Path chosen = folder == null
                ? Path.of(System.getProperty("shopscore.root", "")).resolve(".shopscore")
                : folder;
        return chosen.toAbsolutePath().normalize();
    }
}
