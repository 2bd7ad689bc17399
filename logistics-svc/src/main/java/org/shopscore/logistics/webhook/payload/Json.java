package org.shopscore.logistics.webhook.payload;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads JSON of providers, who write numbers as texts, leave fields out and write null for nothing. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws Unreadable saying where it stops to be JSON */
    public static JsonNode read(Document document) throws Unreadable {
        try {
            var root = MAPPER.readTree(document.open());
            if (root == null || root.isMissingNode()) {
                throw new Unreadable("not JSON: there is nothing");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new Unreadable("not JSON" + place(e));
        } catch (IOException e) {
            throw new Unreadable("not JSON: not in UTF-8");
        }
    }

    /** @throws Unreadable naming what is not there */
    public static JsonNode object(JsonNode in, String field) throws Unreadable {
        var found = in.path(field);
        if (!found.isObject()) {
            throw new Unreadable(field + " must be an object");
        }
        return found;
    }

    /** @throws Unreadable naming what is not there */
    public static List<JsonNode> list(JsonNode in, String field) throws Unreadable {
        var found = in.path(field);
        if (!found.isArray()) {
            throw new Unreadable(field + " must be a list");
        }
        return elements(found);
    }

    /** Empty when there is none. */
    public static List<JsonNode> optionalList(JsonNode in, String field) {
        return elements(in.path(field));
    }

    public static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** Empty when there is none; a number as it is written. */
    public static String text(JsonNode in, String field) {
        var found = in.path(field);
        return found.isValueNode() && !found.isNull() ? found.asText() : "";
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private Json() {}
}
