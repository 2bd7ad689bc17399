package org.shopscore.suite.replay;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Real data sets lie outside the repository: SHOPSCORE_DATA names their folder, else it is ../shared/data beside the repository. */
public final class RealData {

    /** The folder of a set; the calling test is skipped with a printed reason where there is none. */
    public static Path folder(String set) {
        var given = System.getenv("SHOPSCORE_DATA");
        var folder = (given == null ? repository().resolveSibling("shared/data") : Path.of(given)).resolve(set);
        if (!Files.isDirectory(folder)) {
            var reason =
                    "SKIPPED: no data set at " + folder + " (set SHOPSCORE_DATA to the folder that holds " + set + ")";
            System.out.println(reason);
            abort(reason);
        }
        return folder;
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("suite/e2e/pom.xml")))
                .findFirst()
                .orElseThrow();
    }

    private RealData() {}
}
