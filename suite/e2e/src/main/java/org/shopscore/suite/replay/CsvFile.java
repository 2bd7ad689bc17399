package org.shopscore.suite.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header line, plain or gzipped. */
public final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path path;
    private final List<String> columns;

    public CsvFile(Path path, String... columns) {
        this.path = path;
        this.columns = Arrays.asList(columns);
    }

    /** The file {@code name.csv} or {@code name.csv.gz} of a folder. */
    static Path in(Path folder, String name) throws NoSuchFileException {
        return Stream.of(name + ".csv", name + ".csv.gz")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchFileException(folder.resolve(name + ".csv").toString()));
    }

    /** Reads every line; what cannot be read becomes a fault with file, line number and reason. */
    public <T> List<T> read(Function<Line, T> reading, Consumer<String> faults) throws IOException {
        var rows = new ArrayList<T>();
        try (Reader text = text();
                CSVParser parser = FORMAT.parse(text)) {
            requireColumns(parser);
            for (CSVRecord values : parser) {
                read(values, parser.getCurrentLineNumber(), reading, faults, rows);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            faults.accept(path + ": cannot be read as CSV: " + e.getMessage());
        } catch (MissingColumn e) {
            faults.accept(path + ":1: " + e.getMessage());
        }
        return rows;
    }

    private <T> void read(
            CSVRecord values, long line, Function<Line, T> reading, Consumer<String> faults, List<T> rows) {
        if (!values.isConsistent()) {
            faults.accept(path + ":" + line + ": has " + values.size() + " fields instead of "
                    + values.getParser().getHeaderNames().size());
            return;
        }
        try {
            rows.add(reading.apply(new Line(values)));
        } catch (IllegalArgumentException e) {
            faults.accept(path + ":" + line + ": " + e.getMessage());
        }
    }

    private void requireColumns(CSVParser parser) {
        for (String column : columns) {
            if (!parser.getHeaderNames().contains(column)) {
                throw new MissingColumn(column);
            }
        }
    }

    private Reader text() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        boolean packed = path.toString().endsWith(".gz");
        return new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }

    private static final class MissingColumn extends RuntimeException {
        MissingColumn(String column) {
            super("the column " + column + " is missing");
        }
    }
}
