package org.shopscore.logistics.bulk.export;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.listing.CsvText;

/** Pages of lines as text. */
final class ExportFormat {

    /** Lines but for the last one's line feed, which the framework sends after each of these. */
    record JsonText(@JsonValue @JsonRawValue String lines) {}

    /** The column names come with the first page, so that what fails before it is still answered as a problem. */
    static Multi<String> csv(Columns columns, Multi<List<ObjectNode>> pages) {
        return Multi.createFrom().deferred(() -> {
            var head = new AtomicReference<>(
                    new CsvText().line(columns.all().toArray()).toString());
            return pages.map(page -> head.getAndSet("") + table(columns, page));
        });
    }

    static Multi<JsonText> json(Multi<List<ObjectNode>> pages) {
        return pages.filter(page -> !page.isEmpty())
                .map(page -> page.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")))
                .map(JsonText::new);
    }

    private static CsvText table(Columns columns, List<ObjectNode> page) {
        var text = new CsvText();
        page.forEach(line -> text.line(
                columns.all().stream().map(name -> cell(line.path(name))).toArray()));
        return text;
    }

    private static Object cell(JsonNode value) {
        if (value.isArray()) {
            var several = new ArrayList<String>();
            value.forEach(one -> several.add(one.asText()));
            return several;
        }
        return value.asText();
    }

    private ExportFormat() {}
}
