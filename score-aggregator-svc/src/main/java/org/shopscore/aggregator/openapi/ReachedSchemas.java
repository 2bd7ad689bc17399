package org.shopscore.aggregator.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The named schemas that a content leads to. */
final class ReachedSchemas {

    private final Map<String, Schema> named;
    private final Set<String> names = new TreeSet<>();

    ReachedSchemas(Map<String, Schema> named) {
        this.named = named;
    }

    Set<String> names() {
        return names;
    }

    void addAll(Content content) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(type -> add(type.getSchema()));
        }
    }

    private void add(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && names.add(name(schema))) {
            add(named.get(name(schema)));
        }
        add(schema.getItems());
        add(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::add);
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(this::add);
    }

    /** Of a schema that refers to another one. */
    static String name(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }
}
