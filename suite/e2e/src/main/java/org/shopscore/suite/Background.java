package org.shopscore.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The note in a data folder that its suite was meant to go on without a launcher. */
final class Background {

    private Background() {}

    static boolean isNoted(Path data) {
        return Files.exists(file(data));
    }

    static void note(Path data) {
        try {
            Files.writeString(file(data), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clear(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("detached");
    }
}
