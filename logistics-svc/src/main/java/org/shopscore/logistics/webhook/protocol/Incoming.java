package org.shopscore.logistics.webhook.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A push as it came. */
public final class Incoming {

    private final byte[] body;
    private final Map<String, List<String>> headers;

    /** @param headers by name, in any case */
    public Incoming(byte[] body, Map<String, List<String>> headers) {
        this.body = body;
        this.headers = headers;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Empty unless it is there exactly once: of two signatures nobody knows which one counts. */
    public Optional<String> header(String name) {
        var values = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
