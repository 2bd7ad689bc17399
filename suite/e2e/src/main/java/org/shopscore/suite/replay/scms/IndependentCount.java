package org.shopscore.suite.replay.scms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The same count made straight from the file, by nothing but the language's own library: what the way through the services must
 * come to.
 */
final class IndependentCount {

    private final Map<String, Map<String, Outcome>> byVendor = new TreeMap<>();

    /**
     * @param weeks by which all days are moved
     * @param first the first day an event may count for
     * @param last  the last one
     */
    static Map<String, Map<String, Outcome>> of(Path file, int weeks, LocalDate first, LocalDate last)
            throws IOException {
        var count = new IndependentCount();
        try (var text = open(file)) {
            var header = split(text.readLine());
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                count.add(header, split(line), weeks, first, last);
            }
        }
        return count.byVendor;
    }

    private void add(List<String> header, List<String> cells, int weeks, LocalDate first, LocalDate last) {
        var promised = LocalDate.parse(cells.get(header.indexOf("Scheduled Delivery Date")))
                .plusWeeks(weeks);
        var actual = LocalDate.parse(cells.get(header.indexOf("Delivered to Client Date")))
                .plusWeeks(weeks);
        var paid = promised.isBefore(actual) ? promised : actual;
        var ordered = cells.get(header.indexOf("PO Sent to Vendor Date"));
        var quoted = cells.get(header.indexOf("PQ First Sent to Client Date"));
        if (isDay(ordered)) {
            paid = LocalDate.parse(ordered).plusWeeks(weeks);
        } else if (isDay(quoted) && LocalDate.parse(quoted).plusWeeks(weeks).isBefore(paid)) {
            paid = LocalDate.parse(quoted).plusWeeks(weeks);
        }
        boolean tooOld = paid.isBefore(first) || promised.isBefore(first) || actual.isBefore(first);
        if (!tooOld && !paid.isAfter(last) && !actual.isAfter(last)) {
            byVendor.computeIfAbsent(cells.get(header.indexOf("Vendor")), _ -> new TreeMap<>())
                    .put(cells.get(header.indexOf("ID")), new Outcome(promised, actual, actual.isAfter(promised)));
        }
    }

    private static boolean isDay(String text) {
        return Character.isDigit(text.charAt(0));
    }

    /** At commas, except inside quotes; a quote inside quotes is written twice. */
    private static List<String> split(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    private IndependentCount() {}
}
