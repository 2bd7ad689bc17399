package org.shopscore.aggregator.policy.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What {@code policy.schema.json} says about a document. */
public final class PolicySchema {

    private final Schema schema;

    PolicySchema() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(), InputFormat.JSON);
    }

    /** The schema itself. */
    public static String text() {
        try (InputStream in = PolicySchema.class.getResourceAsStream("/policy/policy.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Fault> faults(JsonNode root) {
        return schema.validate(root).stream().map(error -> fault(root, error));
    }

    private static Fault fault(JsonNode root, Error error) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode given = error.getInstanceNode();
        // A property's name is checked as a value of its own that stands nowhere: its object does.
        JsonNode placed =
                given instanceof TokenStreamLocationAware ? given : nearest(root, JsonPointer.compile(pointer));
        return new Part(placed, pointer).fault(error.getMessage() + (given.isValueNode() ? ", was " + given : ""));
    }

    private static JsonNode nearest(JsonNode root, JsonPointer pointer) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? nearest(root, pointer.head()) : node;
    }
}
