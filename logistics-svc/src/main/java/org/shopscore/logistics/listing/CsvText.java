package org.shopscore.logistics.listing;

import io.smallrye.mutiny.Multi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Lines of a table in CSV (RFC 4180), ended by CR LF; no cell runs as a formula. */
public final class CsvText {

    /** What the table is served as; UTF-8. */
    public static final String TYPE = "text/csv";

    private final StringBuilder text = new StringBuilder();

    /** The table in pieces: its header, then what each page makes of it. */
    public static <T> Multi<String> stream(List<String> header, Multi<List<T>> pages, Function<T, Object[]> cells) {
        var head = Multi.createFrom().item(new CsvText().line(header.toArray()).toString());
        var rest = pages.map(page -> {
            var text = new CsvText();
            page.forEach(entry -> text.line(cells.apply(entry)));
            return text.toString();
        });
        return Multi.createBy().concatenating().streams(head, rest);
    }

    /** @param cells what is absent or null is an empty cell, and several values are parted by spaces */
    public CsvText line(Object... cells) {
        try {
            for (int i = 0; i < cells.length; i++) {
                CSVFormat.RFC4180.print(cell(cells[i]), text, i == 0);
            }
            CSVFormat.RFC4180.println(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static Object cell(Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional -> cell(optional.orElse(null));
            case Collection<?> several ->
                cell(several.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case CharSequence words -> Formula.disarmed(words.toString());
            default -> value;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
