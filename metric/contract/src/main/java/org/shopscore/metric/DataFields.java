package org.shopscore.metric;

import static org.shopscore.metric.JsonValues.expect;
import static org.shopscore.metric.JsonValues.instant;
import static org.shopscore.metric.JsonValues.text;
import static org.shopscore.metric.JsonValues.truth;
import static org.shopscore.metric.JsonValues.whole;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What any of the records may hold, null where it does not; a reader asks for what it needs. */
final class DataFields {

    private static final JsonFactory JSON = new JsonFactory();

    private String ref;
    private String reason;
    private List<Change> changes;
    private List<SequenceRange> closes = List.of();
    private String shopId;
    private String orderId;
    private Instant paidAt;
    private Boolean valid;
    private Instant signedAt;
    private Long version;

    static DataFields read(byte[] data) {
        var fields = new DataFields();
        try (JsonParser in = JSON.createParser(data)) {
            expect(in.nextToken() == JsonToken.START_OBJECT, "data", in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                readField(fields, in.currentName(), in);
            }
            expect(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null, "data", in);
        } catch (IOException e) {
            throw new BoundBroken("data", "must be JSON", firstLine(e));
        }
        return fields;
    }

    private static void readField(DataFields fields, String name, JsonParser in) throws IOException {
        in.nextToken();
        switch (name) {
            case "ref" -> fields.ref = text(name, in);
            case "reason" -> fields.reason = text(name, in);
            case "changes" -> fields.changes = NestedValues.changes(in);
            case "closes" -> fields.closes = NestedValues.closes(in);
            case "shopId" -> fields.shopId = text(name, in);
            case "orderId" -> fields.orderId = text(name, in);
            case "paidAt" -> fields.paidAt = instant(name, in);
            case "valid" -> fields.valid = truth(name, in);
            case "signedAt" -> fields.signedAt = instant(name, in);
            case "version" -> fields.version = whole(name, in);
            default -> in.skipChildren();
        }
    }

    String ref() {
        return ref;
    }

    String reason() {
        return reason;
    }

    List<Change> changes() {
        return changes;
    }

    List<SequenceRange> closes() {
        return closes;
    }

    String shopId() {
        return shopId;
    }

    String orderId() {
        return orderId;
    }

    Instant paidAt() {
        return paidAt;
    }

    Boolean valid() {
        return valid;
    }

    Instant signedAt() {
        return signedAt;
    }

    Long version() {
        return version;
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private DataFields() {}
}
