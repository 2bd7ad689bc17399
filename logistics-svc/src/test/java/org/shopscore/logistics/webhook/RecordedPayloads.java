package org.shopscore.logistics.webhook;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Payloads of real parcels lie outside the repository: SHOPSCORE_DATA names their folder, else it is ../shared/data beside the repository. */
final class RecordedPayloads {

    private static final String SET = "tracking-payloads";

    /** The calling test is skipped with a printed reason where there are none. */
    static Path folder() {
        var given = System.getenv("SHOPSCORE_DATA");
        var folder = (given == null ? repository().resolveSibling("shared/data") : Path.of(given)).resolve(SET);
        if (!Files.isDirectory(folder)) {
            var reason =
                    "SKIPPED: no payloads at " + folder + " (set SHOPSCORE_DATA to the folder that holds " + SET + ")";
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

    private RecordedPayloads() {}
}
