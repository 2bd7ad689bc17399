package org.shopscore.metric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON data of the records that cross a service boundary; unknown fields are ignored, so that old readers take new writers. */
public final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** The data part of an event; who, when and which number travel in the headers. */
    public static String write(MetricEvent event) {
        return written(out -> {
            out.writeStringField("ref", event.ref());
            if (event.reason().isPresent()) {
                out.writeStringField("reason", event.reason().get());
            }
            writeChanges(out, event.changes());
            if (!event.closes().isEmpty()) {
                writeCloses(out, event.closes());
            }
        });
    }

    /** A contribution as a row keeps it. */
    public static String write(Contribution contribution) {
        return written(out -> writeChanges(out, contribution.changes()));
    }

    public static String write(Heartbeat heartbeat) {
        return written(out -> {
            if (heartbeat.oldestUnsentAt().isPresent()) {
                out.writeStringField(
                        "oldestUnsentAt", heartbeat.oldestUnsentAt().get().toString());
            }
        });
    }

    public static String write(OrderFacts facts) {
        return written(out -> {
            out.writeStringField("shopId", facts.shopId());
            out.writeStringField("orderId", facts.orderId());
            out.writeStringField("paidAt", facts.paidAt().toString());
            out.writeBooleanField("valid", facts.valid());
            if (facts.signedAt().isPresent()) {
                out.writeStringField("signedAt", facts.signedAt().get().toString());
            }
            out.writeNumberField("version", facts.version());
        });
    }

    /**
     * @param shopId of {@link Headers#SUBJECT}
     * @param time   of {@link Headers#TIME}
     * @throws BoundBroken when the data is not JSON of the contract's shape, or breaks a bound
     */
    public static MetricEvent readEvent(String shopId, Instant time, byte[] data) {
        var fields = fields(data);
        return new MetricEvent(
                shopId,
                time,
                fields.ref,
                Optional.ofNullable(fields.reason),
                required("changes", fields.changes),
                fields.closes);
    }

    /** @throws BoundBroken when the text was not written by {@link #write(Contribution)} */
    public static Contribution readContribution(String json) {
        return Contribution.of(required("changes", fields(json.getBytes(StandardCharsets.UTF_8)).changes));
    }

    /** @throws BoundBroken when the data is not JSON of the contract's shape */
    public static OrderFacts readOrderFacts(byte[] data) {
        var fields = fields(data);
        return new OrderFacts(
                required("shopId", fields.shopId),
                required("orderId", fields.orderId),
                required("paidAt", fields.paidAt),
                required("valid", fields.valid),
                Optional.ofNullable(fields.signedAt),
                required("version", fields.version));
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw new BoundBroken(field, "must be given", "nothing");
        }
        return value;
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static String written(Body body) {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeChanges(JsonGenerator out, List<Change> changes) throws IOException {
        out.writeArrayFieldStart("changes");
        for (Change change : changes) {
            out.writeStartObject();
            out.writeStringField("anchoredAt", change.anchoredAt().toString());
            out.writeObjectFieldStart("measures");
            for (var measure : change.measures().entrySet()) {
                out.writeNumberField(measure.getKey(), measure.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeCloses(JsonGenerator out, List<SequenceRange> closes) throws IOException {
        out.writeArrayFieldStart("closes");
        for (SequenceRange range : closes) {
            out.writeStartObject();
            out.writeStringField("incarnation", range.incarnation());
            out.writeNumberField("from", range.from());
            out.writeNumberField("to", range.to());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** What any of the records may hold; a reader asks for what it needs. */
    private static final class Fields {
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
    }

    private static Fields fields(byte[] data) {
        var fields = new Fields();
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

    private static void readField(Fields fields, String name, JsonParser in) throws IOException {
        in.nextToken();
        switch (name) {
            case "ref" -> fields.ref = text(name, in);
            case "reason" -> fields.reason = text(name, in);
            case "changes" -> fields.changes = changes(in);
            case "closes" -> fields.closes = closes(in);
            case "shopId" -> fields.shopId = text(name, in);
            case "orderId" -> fields.orderId = text(name, in);
            case "paidAt" -> fields.paidAt = instant(name, in);
            case "valid" -> fields.valid = truth(name, in);
            case "signedAt" -> fields.signedAt = instant(name, in);
            case "version" -> fields.version = whole(name, in);
            default -> in.skipChildren();
        }
    }

    private static List<Change> changes(JsonParser in) throws IOException {
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

    private static List<SequenceRange> closes(JsonParser in) throws IOException {
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

    private static String text(String field, JsonParser in) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_STRING, field, in);
        return in.getText();
    }

    private static boolean truth(String field, JsonParser in) throws IOException {
        expect(in.currentToken().isBoolean(), field, in);
        return in.getBooleanValue();
    }

    private static long whole(String field, JsonParser in) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_NUMBER_INT, field, in);
        return in.getLongValue();
    }

    private static Instant instant(String field, JsonParser in) throws IOException {
        String text = text(field, in);
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new BoundBroken(field, "must be an RFC 3339 instant", text);
        }
    }

    private static void expect(boolean holds, String field, JsonParser in) throws IOException {
        if (!holds) {
            throw new BoundBroken(field, "must have the type that the schema names", in.currentToken());
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private EventJson() {}
}
