package org.shopscore.aggregator.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says of the properties of answers whether they are always there. Their records show it: an {@code Optional} is left out when it is empty
 * and never null, everything else is there. What is there and may be null says both in an annotation; so does an enum that is there,
 * since the scanner does not tell an optional one from another.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswerProperties implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getComponents() == null) {
            return;
        }
        Map<String, Schema> named = document.getComponents().getSchemas();
        if (named == null) {
            return;
        }
        var asked = new ReachedSchemas(named);
        var answered = new ReachedSchemas(named);
        for (var path : document.getPaths().getPathItems().values()) {
            for (Operation operation : path.getOperations().values()) {
                if (operation.getRequestBody() != null) {
                    asked.addAll(operation.getRequestBody().getContent());
                }
                operation.getResponses().getAPIResponses().forEach((status, response) -> {
                    if (status.startsWith("2")) {
                        answered.addAll(response.getContent());
                    }
                });
            }
        }
        answered.names().stream()
                .filter(name -> named.containsKey(name) && !asked.names().contains(name))
                .forEach(name -> settle(named.get(name), named));
    }

    private static void settle(Schema answer, Map<String, Schema> named) {
        if (answer.getProperties() == null) {
            return;
        }
        answer.getProperties().forEach((name, property) -> {
            boolean isRequired =
                    answer.getRequired() != null && answer.getRequired().contains(name);
            if (!isRequired && allowsNull(property)) {
                forbidNull(property);
            } else if (!isRequired && !isEnum(property, named)) {
                answer.addRequired(name);
            }
            settle(property, named);
        });
    }

    private static boolean isEnum(Schema property, Map<String, Schema> named) {
        return property.getRef() != null
                && named.containsKey(ReachedSchemas.name(property))
                && named.get(ReachedSchemas.name(property)).getEnumeration() != null;
    }

    private static boolean allowsNull(Schema property) {
        return isNull(property)
                || (property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(AnswerProperties::isNull));
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL);
    }

    private static void forbidNull(Schema property) {
        property.removeType(SchemaType.NULL);
        if (property.getAnyOf() == null) {
            return;
        }
        List<Schema> others =
                property.getAnyOf().stream().filter(schema -> !isNull(schema)).toList();
        if (others.size() == 1 && others.getFirst().getRef() != null) {
            property.setAnyOf(null);
            property.setRef(others.getFirst().getRef());
        } else {
            property.setAnyOf(others);
        }
    }
}
