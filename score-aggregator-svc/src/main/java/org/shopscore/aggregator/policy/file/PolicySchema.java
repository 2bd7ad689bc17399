package org.shopscore.aggregator.policy.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What {@code policy.schema.json} says about a document. */
final class PolicySchema {

    private final Schema schema;

    PolicySchema() {
        try (InputStream in = PolicySchema.class.getResourceAsStream("/policy/policy.schema.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Fault> faults(JsonNode root) {
        return schema.validate(root).stream().map(PolicySchema::fault);
    }

    private static Fault fault(Error error) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode node = error.getInstanceNode();
        String given = node.isValueNode() ? ", was " + node : "";
        return Part.fault(node, pointer, error.getMessage() + given);
    }
}
