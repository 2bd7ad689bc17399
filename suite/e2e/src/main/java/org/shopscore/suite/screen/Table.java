package org.shopscore.suite.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of text under a heading, columns as wide as they need; numbers to the right. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(Object... heading) {
        row(heading);
    }

    public Table row(Object... values) {
        rows.add(List.of(values).stream().map(String::valueOf).toList());
        return this;
    }

    /** Whether there is nothing but the heading. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Chinese text takes two places a character on a terminal: keep it in the last column. */
    public String text() {
        var widths = new ArrayList<>(Collections.nCopies(rows.getFirst().size(), 0));
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append("  ").append(padded(row.get(i), widths.get(i)));
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String padded(String value, int width) {
        var space = " ".repeat(width - value.length());
        return value.matches("[+-]?\\d[\\d,.%]*") ? space + value : value + space;
    }
}
