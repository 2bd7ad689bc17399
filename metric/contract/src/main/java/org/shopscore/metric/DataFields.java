package org.shopscore.metric;

import static org.shopscore.metric.JsonValues.instant;
import static org.shopscore.metric.JsonValues.text;
import static org.shopscore.metric.JsonValues.truth;
import static org.shopscore.metric.JsonValues.whole;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What any of the records may hold, null where it does not; a reader asks for what it needs. */
final class DataFields {

    private String ref;
    private String reason;
    private Instant since;
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
        JsonValues.readObject(data, fields::take);
        return fields;
    }

    private void take(String name, JsonParser in) throws IOException {
        switch (name) {
            case "ref" -> ref = text(name, in);
            case "reason" -> reason = text(name, in);
            case "since" -> since = instant(name, in);
            case "changes" -> changes = NestedValues.changes(in);
            case "closes" -> closes = NestedValues.closes(in);
            case "shopId" -> shopId = text(name, in);
            case "orderId" -> orderId = text(name, in);
            case "paidAt" -> paidAt = instant(name, in);
            case "valid" -> valid = truth(name, in);
            case "signedAt" -> signedAt = instant(name, in);
            case "version" -> version = whole(name, in);
            default -> in.skipChildren();
        }
    }

    String ref() {
        return ref;
    }

    String reason() {
        return reason;
    }

    Instant since() {
        return since;
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

    private DataFields() {}
}
