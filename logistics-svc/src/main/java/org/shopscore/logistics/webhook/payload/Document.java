package org.shopscore.logistics.webhook.payload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an adapter reads. */
public final class Document {

    private final byte[] bytes;
    private final Optional<String> waybill;

    private Document(byte[] bytes, Optional<String> waybill) {
        this.bytes = bytes;
        this.waybill = waybill;
    }

    public static Document of(byte[] bytes) {
        return new Document(bytes, Optional.empty());
    }

    public static Document of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer of a carrier together with the waybill that it was asked for. */
    public Document askedFor(Optional<String> waybill) {
        return new Document(bytes, waybill);
    }

    /** @throws Unreadable when it was not given with a document that does not name it */
    public String waybill() throws Unreadable {
        return waybill.orElseThrow(() -> new Unreadable("the document names no waybill, and none was given with it"));
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
