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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.file.rule.Fault;
import org.shopscore.aggregator.policy.file.rule.Part;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code policy.schema.json} says about a document. */
public final class PolicySchema {

    private static final String ONE_OF = "/oneOf/";

    private final JsonNode document = new ObjectMapper().readTree(text());
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
        return schema.validate(root).stream()
                .filter(error -> !isOfAnAlternative(error))
                .map(error -> fault(root, error));
    }

    /** Why one of several did not hold; that one of them has to is said once. */
    private static boolean isOfAnAlternative(Error error) {
        return error.getEvaluationPath().toString().contains(ONE_OF);
    }

    private Fault fault(JsonNode root, Error error) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode given = error.getInstanceNode();
        // A property's name is checked as a value of its own that stands nowhere: its object does.
        JsonNode placed =
                given instanceof TokenStreamLocationAware ? given : nearest(root, JsonPointer.compile(pointer));
        return new Part(placed, pointer).fault(rule(error) + (given.isValueNode() ? ", was " + given : ""));
    }

    /** The alternatives of this schema each ask for a property. */
    private String rule(Error error) {
        if (!error.getKeyword().equals("oneOf")) {
            return error.getMessage();
        }
        JsonNode alternatives =
                document.at(error.getSchemaLocation().getFragment().toString());
        return "must have exactly one of "
                + alternatives
                        .valueStream()
                        .map(one -> one.path("required").path(0).asString())
                        .collect(Collectors.joining(", "));
    }

    private static JsonNode nearest(JsonNode root, JsonPointer pointer) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? nearest(root, pointer.head()) : node;
    }
}
