package org.shopscore.logistics.bulk.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.shopscore.logistics.listing.Formula;
import org.shopscore.problem.FieldError;
import org.shopscore.problem.Refusal;
import org.shopscore.problem.Refused;

/** A table in CSV (RFC 4180) with a line of column names. */
public final class CsvLines implements Lines {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    /** What a decoder leaves where bytes are no text. */
    private static final String UNDECODED = "\uFFFD";

    private final Columns columns;
    private final BoundedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvLines(Columns columns, BoundedReader text, CSVParser parser) {
        this.columns = columns;
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /** @throws Refused 400 {@code unknown-column}, {@code missing-column}, {@code malformed-csv} */
    public static Lines of(InputStream bytes, Charset charset, Columns columns) throws IOException {
        var text = new BoundedReader(Bom.skipped(bytes, charset));
        var lines = new CsvLines(columns, text, parser(text));
        lines.checkHeader();
        return lines;
    }

    @Override
    public Optional<Line> next() throws IOException {
        text.lineBegins();
        long number = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? Optional.of(line(number, records.next())) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw broken(number, e);
        }
    }

    private static CSVParser parser(Reader text) throws IOException {
        try {
            return FORMAT.parse(text);
        } catch (IllegalArgumentException | CSVException e) {
            throw malformed(1, e.getMessage());
        }
    }

    private void checkHeader() {
        List<String> given = parser.getHeaderNames();
        var unknown = given.stream().filter(columns::isUnknown).toList();
        if (!unknown.isEmpty()) {
            throw header("unknown-column", unknown, "is not one of the columns: " + columns.known());
        }
        var missing = columns.all().stream()
                .filter(columns.required()::contains)
                .filter(name -> !given.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw header("missing-column", missing, "must be a column");
        }
    }

    private static Refused header(String code, List<String> names, String message) {
        var errors = names.stream()
                .map(name -> FieldError.of(name, message, code.startsWith("unknown") ? name : "nothing"))
                .toList();
        return new Refused(400, code, String.join(", ", names) + ": " + message).with("errors", errors);
    }

    private Line line(long number, CSVRecord record) {
        if (!record.isConsistent()) {
            int wanted = parser.getHeaderNames().size();
            return unreadable(
                    number,
                    Refusal.field("wrong-field-count", "line", "must have " + wanted + " fields", record.size()));
        }
        var fields = JsonNodeFactory.instance.objectNode();
        for (String column : parser.getHeaderNames()) {
            String cell = record.get(column);
            if (cell.contains(UNDECODED)) {
                return unreadable(
                        number, Refusal.field("undecodable-text", column, "must be text in the file's charset", cell));
            }
            put(fields, column, Formula.restored(cell));
        }
        return new Line.Read(number, fields);
    }

    private static Line unreadable(long number, Refusal why) {
        return new Line.Unreadable(number, why);
    }

    private void put(ObjectNode fields, String column, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (!columns.lists().contains(column)) {
            fields.put(column, cell);
            return;
        }
        var values = fields.putArray(column);
        for (String value : cell.strip().split(" +", -1)) {
            values.add(value);
        }
    }

    /** The parser wraps what its reader throws; what the network did is no fault of the file. */
    private static Refused broken(long number, UncheckedIOException e) throws IOException {
        return switch (e.getCause()) {
            case CSVException malformed -> malformed(number, malformed.getMessage());
            case LineTooLong tooLong -> malformed(number, tooLong.getMessage());
            case IOException reading -> throw reading;
        };
    }

    private static Refused malformed(long number, String why) {
        return new Refused(400, "malformed-csv", "from line " + number + " on it is not CSV that can be read: " + why)
                .with("line", number);
    }
}
