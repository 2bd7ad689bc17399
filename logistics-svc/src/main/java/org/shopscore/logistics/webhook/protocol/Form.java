package org.shopscore.logistics.webhook.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an {@code application/x-www-form-urlencoded} body in UTF-8. */
public final class Form {

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Empty when it is no form, or names a field twice: of two values nobody knows which one was signed. */
    public static Optional<Form> of(byte[] body) {
        var fields = new HashMap<String, String>();
        try {
            for (var pair : new String(body, UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
                var value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.of(new Form(fields));
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
