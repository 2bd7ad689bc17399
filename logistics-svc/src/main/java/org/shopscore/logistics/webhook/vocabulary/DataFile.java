package org.shopscore.logistics.webhook.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** A small table that ships with the service: comma between the columns, a heading, and only the last column may hold commas. */
final class DataFile {

    private static final String FOLDER = "/org/shopscore/logistics/webhook/";

    /** @throws IllegalStateException when the file is missing or a line has too few columns */
    static Stream<String[]> of(String name, int columns) {
        return text(name).lines().skip(1).map(line -> split(name, line, columns));
    }

    private static String text(String name) {
        try (InputStream file = DataFile.class.getResourceAsStream(FOLDER + name)) {
            return new String(
                    Objects.requireNonNull(file, () -> "there is no data file " + name)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] split(String name, String line, int columns) {
        String[] parts = line.split(",", columns);
        if (parts.length != columns) {
            throw new IllegalStateException(name + " must have " + columns + " columns, but has the line " + line);
        }
        return parts;
    }

    private DataFile() {}
}
