package org.shopscore.logistics.bulk.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.shopscore.problem.Refusal;

/** One JSON object a line (NDJSON), in UTF-8; empty lines are passed over. */
public final class JsonLines implements Lines {

    public static final String TYPE = "application/x-ndjson";

    private final InputStream bytes;
    private final ObjectMapper json;
    private final Columns columns;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private boolean isTooLong;
    private boolean isBlank;

    public JsonLines(InputStream bytes, ObjectMapper json, Columns columns) {
        this.bytes = new BufferedInputStream(bytes, 64 * 1024);
        this.json = json;
        this.columns = columns;
    }

    @Override
    public Optional<Line> next() throws IOException {
        while (readLine()) {
            if (isTooLong) {
                return unreadable(Refusal.field(
                        "line-too-long", "line", "must have at most " + MOST_CHARACTERS + " bytes", "more"));
            }
            if (!isBlank) {
                return Optional.of(parsed());
            }
        }
        return Optional.empty();
    }

    private Line parsed() throws IOException {
        try {
            var parsed = json.readTree(line.toByteArray());
            if (!(parsed instanceof ObjectNode fields)) {
                return new Line.Unreadable(number, Refusal.field("wrong-type", "line", "must be an object", parsed));
            }
            return known(fields);
        } catch (JsonProcessingException e) {
            return new Line.Unreadable(number, Refusal.of(e).orElseThrow());
        }
    }

    private Line known(ObjectNode fields) {
        for (var field : fields.properties()) {
            if (columns.isUnknown(field.getKey())) {
                return new Line.Unreadable(
                        number,
                        Refusal.field(
                                "unknown-field",
                                field.getKey(),
                                "is not one of the fields: " + columns.known(),
                                field.getKey()));
            }
        }
        return new Line.Read(number, fields);
    }

    private Optional<Line> unreadable(Refusal why) {
        return Optional.of(new Line.Unreadable(number, why));
    }

    /** False at the end of the file. */
    private boolean readLine() throws IOException {
        line.reset();
        isTooLong = false;
        isBlank = true;
        int next = bytes.read();
        if (next < 0) {
            return false;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            keep(next);
        }
        return true;
    }

    private void keep(int next) {
        isBlank &= next <= ' ';
        if (line.size() >= MOST_CHARACTERS) {
            isTooLong = true;
        } else {
            line.write(next);
        }
    }
}
