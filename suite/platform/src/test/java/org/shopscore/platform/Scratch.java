package org.shopscore.platform;

import java.nio.file.Path;

/** A folder for the stores of a test: empty at first, and nothing works in it any more when the test's JVM ends, be it by Ctrl-C. */
final class Scratch {

    private Scratch() {}

    static Path folder(String name) {
        Path folder = Path.of("target", name).toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Leftovers.end(folder)));
        empty(folder);
        return folder;
    }

    static void empty(Path folder) {
        Leftovers.end(folder);
        Folders.delete(folder);
    }
}
