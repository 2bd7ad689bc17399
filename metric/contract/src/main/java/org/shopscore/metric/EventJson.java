package org.shopscore.metric;

import static org.shopscore.metric.JsonValues.required;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
            if (event.since().isPresent()) {
                out.writeStringField("since", event.since().get().toString());
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

    public static String write(Notification notification) {
        return written(out -> NotificationJson.write(notification, out));
    }

    /**
     * @param shopId of {@link Headers#SUBJECT}
     * @param time   of {@link Headers#TIME}
     * @throws BoundBroken when the data is not JSON of the contract's shape, or breaks a bound
     */
    public static MetricEvent readEvent(String shopId, Instant time, byte[] data) {
        var fields = DataFields.read(data);
        return new MetricEvent(
                shopId,
                time,
                fields.ref(),
                Optional.ofNullable(fields.reason()),
                Optional.ofNullable(fields.since()),
                required("changes", fields.changes()),
                fields.closes());
    }

    /** @throws BoundBroken when the text was not written by {@link #write(Contribution)} */
    public static Contribution readContribution(String json) {
        return Contribution.of(required(
                "changes",
                DataFields.read(json.getBytes(StandardCharsets.UTF_8)).changes()));
    }

    /** @throws BoundBroken when the data is not JSON of the contract's shape */
    public static OrderFacts readOrderFacts(byte[] data) {
        var fields = DataFields.read(data);
        return new OrderFacts(
                required("shopId", fields.shopId()),
                required("orderId", fields.orderId()),
                required("paidAt", fields.paidAt()),
                required("valid", fields.valid()),
                Optional.ofNullable(fields.signedAt()),
                required("version", fields.version()));
    }

    /** @throws BoundBroken when the data is not JSON of the contract's shape, or breaks a bound */
    public static Notification readNotification(byte[] data) {
        return NotificationJson.read(data);
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

    private EventJson() {}
}
