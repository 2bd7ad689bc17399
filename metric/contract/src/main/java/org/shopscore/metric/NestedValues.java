package org.shopscore.metric;

import static org.shopscore.metric.JsonValues.expect;
import static org.shopscore.metric.JsonValues.instant;
import static org.shopscore.metric.JsonValues.required;
import static org.shopscore.metric.JsonValues.text;
import static org.shopscore.metric.JsonValues.whole;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lists within an event's data. */
final class NestedValues {

    static List<Change> changes(JsonParser in) throws IOException {
        var changes = new ArrayList<Change>();
        expect(in.currentToken() == JsonToken.START_ARRAY, "changes", in);
        while (in.nextToken() == JsonToken.START_OBJECT) {
            changes.add(change(in));
        }
        expect(in.currentToken() == JsonToken.END_ARRAY, "changes", in);
        return changes;
    }

    private static Change change(JsonParser in) throws IOException {
        Instant anchoredAt = null;
        SortedMap<String, Long> measures = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "anchoredAt" -> anchoredAt = instant(name, in);
                case "measures" -> measures = measures(in);
                default -> in.skipChildren();
            }
        }
        return new Change(required("changes.anchoredAt", anchoredAt), required("changes.measures", measures));
    }

    private static SortedMap<String, Long> measures(JsonParser in) throws IOException {
        var measures = new TreeMap<String, Long>();
        expect(in.currentToken() == JsonToken.START_OBJECT, "changes.measures", in);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            expect(measures.put(name, whole("changes.measures." + name, in)) == null, "changes.measures." + name, in);
        }
        return measures;
    }

    static List<SequenceRange> closes(JsonParser in) throws IOException {
        var closes = new ArrayList<SequenceRange>();
        expect(in.currentToken() == JsonToken.START_ARRAY, "closes", in);
        while (in.nextToken() == JsonToken.START_OBJECT) {
            closes.add(range(in));
        }
        return closes;
    }

    private static SequenceRange range(JsonParser in) throws IOException {
        String incarnation = null;
        Long from = null;
        Long to = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "incarnation" -> incarnation = text(name, in);
                case "from" -> from = whole(name, in);
                case "to" -> to = whole(name, in);
                default -> in.skipChildren();
            }
        }
        return new SequenceRange(
                required("closes.incarnation", incarnation), required("closes.from", from), required("closes.to", to));
    }

    private NestedValues() {}
}
