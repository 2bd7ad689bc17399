package org.shopscore.suite.replay.scms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shopscore.suite.replay.BrokenLines;
import org.shopscore.suite.replay.CsvFile;
import org.shopscore.suite.replay.Line;

/** The SCMS delivery history, as it stands in the file. */
record Deliveries(List<Row> rows) {

    /** @param orderedOn empty where the file says in words that there is no date */
    record Row(
            String id,
            String vendor,
            Optional<LocalDate> quotedOn,
            Optional<LocalDate> orderedOn,
            LocalDate promisedOn,
            LocalDate deliveredOn) {}

    private static final Set<String> NO_DATE = Set.of("Date Not Captured", "N/A - From RDC", "Pre-PQ Process");

    /** @throws BrokenLines when a line cannot be read */
    static Deliveries read(Path file) throws IOException {
        var faults = new ArrayList<String>();
        var rows = new CsvFile(
                        file,
                        "ID",
                        "PQ First Sent to Client Date",
                        "PO Sent to Vendor Date",
                        "Scheduled Delivery Date",
                        "Delivered to Client Date",
                        "Vendor")
                .read(Deliveries::row, faults::add);
        if (!faults.isEmpty()) {
            throw new BrokenLines(faults);
        }
        return new Deliveries(rows);
    }

    private static Row row(Line line) {
        return new Row(
                line.id("ID"),
                line.text("Vendor"),
                maybeDay(line, "PQ First Sent to Client Date"),
                maybeDay(line, "PO Sent to Vendor Date"),
                day(line, "Scheduled Delivery Date"),
                day(line, "Delivered to Client Date"));
    }

    private static Optional<LocalDate> maybeDay(Line line, String column) {
        return NO_DATE.contains(line.text(column)) ? Optional.empty() : Optional.of(day(line, column));
    }

    private static LocalDate day(Line line, String column) {
        var text = line.text(column);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(column + " must look like 2014-08-29, was " + text);
        }
    }
}
