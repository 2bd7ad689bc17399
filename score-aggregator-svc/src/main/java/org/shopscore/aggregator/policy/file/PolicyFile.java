package org.shopscore.aggregator.policy.file;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.rule.Fault;
import org.shopscore.aggregator.policy.file.rule.Part;
import org.shopscore.aggregator.policy.file.rule.PolicyRules;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A policy document: JSON that keeps the schema and the rules which a schema cannot say. */
public final class PolicyFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What the reader of JSON tells the programmer. */
    private static final Pattern HOW_TO_ALLOW = Pattern.compile("[:;,]? enable `.*", Pattern.DOTALL);

    /**
     * @param file what the document is called in messages
     * @throws BadPolicy with all faults of the document
     */
    public static Policy read(String file, String document) {
        JsonNode root = parse(file, document);
        Part whole = Part.root(root);
        List<Fault> faults = Stream.concat(new PolicySchema().faults(root), PolicyRules.faults(whole))
                .distinct()
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            throw new BadPolicy(file, faults);
        }
        return PolicyReader.policy(whole);
    }

    static Map<String, Object> tree(String document) {
        return JSON.readValue(document, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static JsonNode parse(String file, String document) {
        try {
            JsonNode root = JsonNodes.readTree(JSON, document, LocationJsonNodeFactoryFactory.getInstance());
            if (root.isMissingNode()) {
                throw new BadPolicy(file, List.of(new Fault(1, 1, "", "must be a JSON document, was empty")));
            }
            return root;
        } catch (JacksonException e) {
            String rule = e instanceof StreamConstraintsException
                    ? "must be JSON that is not so deep, with numbers and texts that are not so long"
                    : "must be JSON: "
                            + HOW_TO_ALLOW.matcher(e.getOriginalMessage()).replaceFirst("");
            throw new BadPolicy(
                    file,
                    List.of(Optional.ofNullable(e.getLocation())
                            .map(at -> new Fault(at.getLineNr(), at.getColumnNr(), "", rule))
                            .orElseGet(() -> new Fault(1, 1, "", rule))));
        }
    }

    private PolicyFile() {}
}
