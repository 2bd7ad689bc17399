package org.shopscore.suite.replay;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a replay remembers by how much it moved a data set. */
public final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".shopscore",
            description =
                    "The suite's data folder, where the shift of the instants is kept (default: ${DEFAULT-VALUE}).")
    private Path path;

    public Path path() {
        return path;
    }
}
